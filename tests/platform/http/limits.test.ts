import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createIncidents } from '../../../server/incidents/contract.ts'
import { getCategories, getHealth, getReadiness } from '../../../server/operations/contract.ts'
import { ANALYST } from '../../../server/platform/access/audience.ts'
import { ANONYMOUS, type Principal } from '../../../server/platform/access/principal.ts'
import { json, noContent } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { rawRequest } from '../../support/serving/raw-http.ts'
import { type Options, startApp } from '../../support/serving/start-app.ts'

describe('the limits', () => {
  it('refuse with 429 and Retry-After beyond the rate', async () => {
    const small = await startApp([endpoint(getCategories, () => noContent())], {
      limits: { perMinute: 2, heavyPerMinute: 1 },
    })
    const statuses = [await small.get('/api/categories'), await small.get('/api/categories')].map(
      (r) => r.status,
    )
    expect(statuses).toEqual([204, 204])
    const third = await small.get('/api/categories')
    const waitSeconds = Number(third.headers.get('retry-after'))
    expect(waitSeconds > 0 && waitSeconds <= 60).toBe(true)
    expect(await third.json()).toMatchObject({ status: 429, code: 'rate-limited' })
    await small.close()
  })
})

describe('the limit of one address', () => {
  it('leaves out probes and the files of the page, and nothing else', async () => {
    const page = mkdtempSync(join(tmpdir(), 'lagesbild-page-'))
    onTestFinished(() => rmSync(page, { recursive: true }))
    writeFileSync(join(page, 'index.html'), '<!doctype html>the page')
    writeFileSync(join(page, 'app.js'), '0')
    const probes = [getHealth, getReadiness].map((probe) => endpoint(probe, () => json({})))
    // Who comes with credentials is not known yet, as a made-up key never is.
    const known = ({ headers }: IncomingMessage) => (headers.authorization === undefined ? ANONYMOUS : null)
    const limited = await startApp([...probes, endpoint(getCategories, () => noContent())], {
      webDirectory: page,
      authenticator: { known, resolve: async () => ANONYMOUS },
      limits: { perMinute: 5, heavyPerMinute: 1 },
    })
    onTestFinished(() => limited.close())
    const status = async (path: string, init?: RequestInit) => (await limited.get(path, init)).status
    for (let turn = 0; turn < 5; turn++) expect(await status('/api/categories')).toBe(204)
    for (let turn = 0; turn < 20; turn++) {
      for (const path of ['/healthz', '/readyz', '/', '/app.js']) expect(await status(path), path).toBe(200)
    }
    const madeUp = { headers: { authorization: 'Bearer made-up' } }
    expect(await status('/healthz', madeUp)).toBe(200)
    expect(await status('/readyz', madeUp)).toBe(429)
    for (const path of ['/api/categories', '/nothing', '/nothing.js'])
      expect(await status(path), path).toBe(429)
  })
})

describe('a caller', () => {
  const called = [endpoint(getCategories, () => noContent())]
  const account = (accountId: number): Principal => ({
    audience: ANALYST,
    actor: { kind: 'account', accountId, sessionId: 1, name: 'Ada', organisationId: null },
  })

  it('gets the remaining limit on every response', async () => {
    const limited = await startApp(called, { limits: { perMinute: 10, heavyPerMinute: 1 } })
    const { headers } = await limited.get('/api/categories')
    expect(headers.get('ratelimit-policy')).toMatch(/^"all"; q=10; w=60/)
    expect(headers.get('ratelimit')).toMatch(/^"all"; r=9; t=\d+/)
    await limited.close()
  })

  /** The statuses of calls from these addresses, of which a minute may have one. */
  async function statusesFrom(
    addresses: readonly string[],
    {
      principal = ANONYMOUS,
      trustedProxies = ['loopback'],
    }: Pick<Options, 'principal' | 'trustedProxies'> = {},
  ) {
    const limits = { perMinute: 1, heavyPerMinute: 1 }
    const { get, close } = await startApp(called, { principal, trustedProxies, limits })
    onTestFinished(close)
    const statuses: number[] = []
    for (const address of addresses)
      statuses.push((await get('/api/categories', { headers: { 'x-forwarded-for': address } })).status)
    return statuses
  }

  it('is counted by account, whatever the address', async () => {
    expect(await statusesFrom(['192.0.2.1', '192.0.2.2'], { principal: account(7) })).toEqual([204, 429])
  })

  it('without an account is counted by address, which only a trusted proxy may forward', async () => {
    const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.1']
    expect(await statusesFrom(addresses)).toEqual([204, 204, 429])
    expect(await statusesFrom(addresses, { trustedProxies: [] })).toEqual([204, 429, 429])
  })

  it('gets no new limit by another address within an IPv6 /56', async () => {
    expect(await statusesFrom(['2001:db8:0:1::1', '2001:db8:0:1::2'])).toEqual([204, 429])
  })
})

describe('a body sent byte by byte', () => {
  const incident = { source: 's', externalId: '1', lon: 18, lat: 59, from: '2026-03-01', category: 'theft' }
  const route = endpoint(createIncidents, () => json({ ids: [1] }, {}, 201))

  async function slowly(port: number): Promise<Socket> {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    const head = 'POST /api/incidents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'
    await new Promise<void>((resolve) => socket.write(`${head}Content-Length: 100\r\n\r\n{`, () => resolve()))
    return socket
  }

  it('takes no slot, and only a few may be that slow at a time', async () => {
    const app = await startApp([route], {
      admission: { heavy: 1, writes: 1, uploads: 1, reads: 1 },
      // Long enough for a body that is sent in one go, on a busy machine too.
      slowBodies: { afterMs: 500, ofOne: 2, ofAll: 9 },
    })
    const slow = [await slowly(app.port), await slowly(app.port), await slowly(app.port)]
    const closed = slow.map((socket) => once(socket, 'close'))
    const [refusal] = await Promise.race(slow.map((socket) => once(socket, 'data')))
    expect(String(refusal)).toMatch(/^HTTP\/1\.1 503 [^]*\r\nConnection: close\r\n[^]*"code":"busy"/)
    expect((await app.post('/api/incidents', incident)).status).toBe(201)
    await Promise.race(closed)
    expect(slow.filter((socket) => socket.destroyed)).toHaveLength(1)
    for (const socket of slow) socket.destroy()
    await app.close()
  })

  it('gets its response once complete, and frees its place', async () => {
    const app = await startApp([route], { slowBodies: { afterMs: 20, ofOne: 1, ofAll: 1 } })
    const rest = JSON.stringify(incident).padEnd(100).slice(1)
    for (let turn = 0; turn < 2; turn++) {
      const pair = [await slowly(app.port), await slowly(app.port)]
      const answers = pair.map((socket) => once(socket, 'data').then(([data]) => String(data).slice(9, 12)))
      const refused = await Promise.race(answers.map((response, at) => response.then(() => at)))
      expect(await answers[refused]).toBe('503')
      pair[1 - refused]!.write(rest)
      expect(await answers[1 - refused]).toBe('201')
      for (const socket of pair) socket.destroy()
    }
    await app.close()
  })
})

describe('the origin of a change', () => {
  it('must be the public URL where one is set', async () => {
    const behindProxy = await startApp([endpoint(createIncidents, () => noContent())], {
      publicUrl: 'https://karta.example',
    })
    const from = (origin: string) =>
      rawRequest(behindProxy.port, '/api/incidents', {
        method: 'POST',
        headers: { host: 'karta.example', origin, 'content-type': 'application/json' },
        body: '[]',
      })
    expect((await from('http://karta.example')).status).toBe(403)
    expect((await from('https://other.example')).status).toBe(403)
    await behindProxy.close()
  })
})

describe('/.well-known/security.txt', () => {
  it('has the contact and an expiry, and is absent without a contact', async () => {
    const reported = await startApp([], { securityContact: 'mailto:sakerhet@example.se' })
    const response = await reported.get('/.well-known/security.txt')
    const text = await response.text()
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toContain('Contact: mailto:sakerhet@example.se\n')
    expect(Date.parse(/^Expires: (.+)$/m.exec(text)![1]!)).toBeGreaterThan(Date.now())
    await reported.close()
    const silent = await startApp([])
    expect((await silent.get('/.well-known/security.txt')).status).toBe(404)
    await silent.close()
  })
})
