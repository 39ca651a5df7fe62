import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { releaseFiles } from '../../server/releases/publication/release-files.ts'
import { square } from '../support/serving/api-client.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'
import { rawRequest } from '../support/serving/raw-http.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { quarterContents } from '../support/release-fixture.ts'

const KEY = '2026-Q1'
const ATTACK = { hidden: 0, atoms: 0, constraints: 0, breaches: [], hiddenBesides: 0 }
/** What two responses to the same request may differ in. */
const OWN = ['connection', 'date', 'keep-alive', 'server', 'x-request-id', 'ratelimit', 'transfer-encoding']

const file = (name: string) => `/public/releases/${KEY}/${name}`
const TILE = '/tiles/proposals/11/1126/602.mvt'
const accept = (coding: string) => ({ headers: { 'accept-encoding': coding } })

const comparable = ({ status, headers, bytes }: Awaited<ReturnType<typeof rawRequest>>) => ({
  status,
  // Refusals name their request.
  body: bytes.toString('latin1').replace(/"requestId":"[\w-]+"/, ''),
  headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN.includes(name))),
})

describe.skipIf(!hasNginx())('a response through the proxy', () => {
  let server: TestServer
  let proxy: Awaited<ReturnType<typeof startNginx>>
  let releaseId: number
  const step = (by: string) => ({ by, at: '2026-06-01T12:00:00.000Z' })

  beforeAll(async () => {
    server = await startTestServer()
    await server.engine.publishing.watch()
    proxy = await startNginx({ upstream: server.port })
    const { releases } = server.database.repositories
    const contents = quarterContents(KEY)
    const files = releaseFiles(
      { key: KEY, contents, publishedAt: step('x').at, demo: true },
      server.storage.projection,
    )
    const prepared = { kind: 'public', key: KEY, placeId: null, snapshotVersion: 'v', contents } as const
    const analyst = await server.as('analyst')
    const proposal = { type: 'Feature', geometry: square(), properties: { title: 'Kvarteret' } }
    expect((await analyst('POST', '/api/proposals', { body: proposal })).status).toBe(201)
    // The first request of a tile takes the slow path.
    expect((await rawRequest(server.port, TILE)).status).toBe(200)
    const { id } = await releases.insert({ ...prepared, attack: ATTACK, prepared: step('account/1') })
    await releases.approve(id, step('account/2'))
    await releases.publish(id, step('account/2'), KEY, files, await releases.disclosures())
    releaseId = id
    await vi.waitFor(
      async () => expect((await rawRequest(server.port, file('areas.csv'))).status).toBe(200),
      20_000,
    )
  })
  afterAll(async () => {
    await proxy?.close()
    await server?.close()
  })

  it.each<[string, string, Parameters<typeof rawRequest>[2]?]>([
    ['a public file', file('areas.geojson')],
    ['a public file by gzip', file('areas.geojson'), accept('gzip')],
    ['a public file by Brotli', file('areas.geojson'), accept('gzip, br')],
    ['the head of a public file', file('areas.geojson'), { ...accept('gzip'), method: 'HEAD' }],
    ['a public file with a query', `${file('areas.geojson')}?a=%2F`],
    ['a part of a public file', file('release.pmtiles'), { headers: { range: 'bytes=10-99' } }],
    ['a part beyond a file’s end', file('release.pmtiles'), { headers: { range: 'bytes=99999999-' } }],
    ['a part of a file that is sent whole', file('areas.geojson'), { headers: { range: 'bytes=10-99' } }],
    [
      'a part of another version',
      file('release.pmtiles'),
      { headers: { range: 'bytes=0-9', 'if-range': '"x"' } },
    ],
    ['a file that changes', '/public/index.json'],
    ['no file', '/public/none.json'],
    ['no path', '/public/%2e%2e/healthz'],
    ['a method that is none', '/public/index.json', { method: 'DELETE' }],
    ['a question before a request', '/public/index.json', { method: 'OPTIONS' }],
    ['another host', '/public/index.json', { headers: { host: 'evil.example' } }],
    ['a tile', TILE],
    ['a tile by gzip', TILE, accept('gzip')],
    ['the head of a tile', TILE, { ...accept('br'), method: 'HEAD' }],
    ['a call of the API', '/api/layers', accept('gzip')],
    ['a call that is refused', '/api/check', { method: 'POST' }],
  ])('of %s is the same as without it, repeatedly', async (_, path, requested) => {
    const expected = comparable(await rawRequest(server.port, path, requested))
    for (let turn = 0; turn < 4; turn++)
      expect(comparable(await rawRequest(proxy.port, path, requested))).toEqual(expected)
  })

  it.each([file('areas.geojson'), TILE])('an unchanged %s is not sent again', async (path) => {
    const { etag } = (await rawRequest(server.port, path, accept('gzip'))).headers
    const requested = { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag! } }
    const expected = comparable(await rawRequest(server.port, path, requested))
    expect(expected.status).toBe(304)
    for (let turn = 0; turn < 4; turn++)
      expect(comparable(await rawRequest(proxy.port, path, requested))).toEqual(expected)
  })

  it('a withdrawn release is withdrawn for everybody within a second, while many ask for it', async () => {
    let open = true
    let lastSeenMs = 0
    const everybody = Array.from({ length: 8 }, async () => {
      while (open) {
        const requestedMs = performance.now()
        const { status } = await rawRequest(proxy.port, file('areas.csv'))
        if (status === 200) lastSeenMs = Math.max(lastSeenMs, requestedMs)
      }
    })
    await expect.poll(() => lastSeenMs).toBeGreaterThan(0)
    const analyst = await server.as('analyst')
    const path = `/api/releases/${releaseId}/withdrawal`
    expect((await analyst('POST', path, { body: { reason: 'fel' } })).status).toBe(200)
    const withdrawnMs = performance.now()
    await expect.poll(async () => (await rawRequest(proxy.port, file('areas.csv'))).status).toBe(410)
    await expect.poll(() => performance.now() - lastSeenMs).toBeGreaterThan(1_000)
    open = false
    await Promise.all(everybody)
    expect(lastSeenMs - withdrawnMs).toBeLessThan(1_000)
  })
})
