import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type KnownOrigins, securityHeaders } from '../../../server/platform/http/security-headers.ts'
import { listenOnLoopback } from '../../support/serving/listen.ts'

/** The headers of a response, with its policy's directives in order. */
async function headersOf(known: Partial<KnownOrigins> = {}, path = '/') {
  const origins = { basemapOrigins: [], embedOrigins: [], ...known }
  const app = express().use(securityHeaders(origins), (_request, response) => void response.end())
  const { url, close } = await listenOnLoopback(createServer(app as RequestListener))
  onTestFinished(close)
  const { headers } = await fetch(url + path)
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
    const { policy } = await headersOf({
      basemapOrigins: ['https://fonts.example', 'https://tiles.example'],
    })
    expect(policy.filter((directive) => directive.includes('tiles.example'))).toEqual([
      "connect-src 'self' https://fonts.example https://tiles.example",
      "img-src 'self' data: blob: https://fonts.example https://tiles.example",
    ])
  })

  it('let nobody frame any page but the one for other sites, and that one this origin alone by default', async () => {
    const { headers, policy } = await headersOf({}, '/embed')
    expect(policy).toContain("frame-ancestors 'self'")
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN')
    const listed = { embedOrigins: ['https://www.example.se'] }
    for (const path of ['/', '/?page=sign-in', '/embed/', '/report', '/api/session', '/embedded']) {
      const other = await headersOf(listed, path)
      expect(other.policy).toContain("frame-ancestors 'none'")
      expect(other.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    }
  })

  it('let the listed sites frame that page, or every one, and change nothing else', async () => {
    const embedOrigins = ['https://www.example.se', 'https://district.example.se']
    const { headers, policy } = await headersOf({ embedOrigins }, '/embed?area=a1')
    expect(policy.at(-1)).toBe("frame-ancestors 'self' https://www.example.se https://district.example.se")
    expect(policy.slice(0, -1)).toEqual(POLICY.slice(0, -1))
    expect(headers.get('x-frame-options')).toBeNull()
    const open = await headersOf({ embedOrigins: ['*'] }, '/embed')
    expect(open.policy.at(-1)).toBe("frame-ancestors 'self' *")
  })

  it('do not include HSTS, because an internal installation may lack HTTPS', async () => {
    const { headers, policy } = await headersOf()
    expect(headers.get('strict-transport-security')).toBeNull()
    expect(policy).not.toContain('upgrade-insecure-requests')
  })
})
