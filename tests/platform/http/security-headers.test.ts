import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { securityHeaders } from '../../../server/platform/http/security-headers.ts'
import { listenOnLoopback } from '../../support/serving/listen.ts'

/** What an answer carries, with the directives of its policy in their order. */
async function headersOf(basemapOrigin: string | null) {
  const app = express().use(securityHeaders(basemapOrigin), (_request, response) => void response.end())
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

describe('every answer', () => {
  it('lets a page run what is ours alone, in no frame, and send forms nowhere else', async () => {
    const { headers, policy } = await headersOf(null)
    expect(policy).toEqual(POLICY)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('opens a base map’s origin to what is fetched and drawn, and to no script', async () => {
    const { policy } = await headersOf('https://tiles.example')
    expect(policy.filter((directive) => directive.includes('tiles.example'))).toEqual([
      "connect-src 'self' https://tiles.example",
      "img-src 'self' data: blob: https://tiles.example",
    ])
  })

  it('does not bind a host to HTTPS, which an installation inside a network may not have', async () => {
    const { headers, policy } = await headersOf(null)
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})
