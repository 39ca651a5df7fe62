import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { securityHeaders } from '../../../server/platform/http/security-headers.ts'
import { listenOnLoopback } from '../../support/serving/listen.ts'

/** The headers of a response, with its policy's directives in order. */
async function headersOf(...basemapOrigins: readonly string[]) {
  const app = express().use(securityHeaders(basemapOrigins), (_request, response) => void response.end())
  const { url, close } = await listenOnLoopback(createServer(app as RequestListener))
  onTestFinished(close)
  const { headers } = await fetch(url)
  return { headers, policy: headers.get('content-security-policy')!.split(';') }
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
]

describe('the security headers of a response', () => {
  it('allow own scripts only, no framing, and forms to this origin only', async () => {
    const { headers, policy } = await headersOf()
    expect(policy).toEqual(POLICY)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('allow a base map’s origins for data and images, not for scripts', async () => {
    const { policy } = await headersOf('https://fonts.example', 'https://tiles.example')
    expect(policy.filter((directive) => directive.includes('tiles.example'))).toEqual([
      "connect-src 'self' https://fonts.example https://tiles.example",
      "img-src 'self' data: blob: https://fonts.example https://tiles.example",
    ])
  })

  it('do not include HSTS, because an internal installation may lack HTTPS', async () => {
    const { headers, policy } = await headersOf()
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})
