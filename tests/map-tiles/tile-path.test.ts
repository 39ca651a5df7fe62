import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANALYST, type Audience } from '../../server/platform/access/audience.ts'
import { createTilePath } from '../../server/map-tiles/tile-path.ts'
import { UNCOUNTED } from '../../server/platform/audit/use-tally.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { rawRequest } from '../support/serving/raw-http.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()
const { tiles, snapshots } = tileServiceOf(makeSnapshot(tileCity(3)), pool)
const audiences: Readonly<Record<string, Audience>> = {
  analyst: ANALYST,
  other: { role: 'analyst', cacheKey: 'other', placeIds: [] },
  // With the analysts' cache key, so that a mistake would give it their tiles.
  stranger: { role: 'public', cacheKey: ANALYST.cacheKey, placeIds: [] },
}
let reads = 0
const tilePath = createTilePath({
  uses: { ...UNCOUNTED, read: () => reads++ },
  tiles,
  authenticator: {
    known: ({ headers }) => ({
      audience: audiences[String(headers['x-who'] ?? 'analyst')]!,
      actor: { kind: 'operator' },
    }),
  },
  otherwise: (_request, response) => response.writeHead(418).end('left to the application'),
})
let hasTime = true
const server = createServer((incoming, response) => {
  if (!tilePath(incoming, response, () => hasTime)) response.writeHead(404).end()
})

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(async () => {
  server.close()
  await pool.close()
})

const send = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  rawRequest((server.address() as AddressInfo).port, path, { headers, method })

const TILE = '/tiles/incidents/13/4507/2409.mvt?group=all'

describe('the fast path of tiles', () => {
  it('serves a tile cold and warm, in the same bytes', async () => {
    const cold = await send(TILE)
    expect(cold.status).toBe(200)
    expect(cold.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'cache-control': 'private, no-cache',
      vary: 'Accept-Encoding, Origin',
      'x-content-type-options': 'nosniff',
      'content-length': String(cold.bytes.length),
    })
    const warm = await send(TILE)
    expect(warm.bytes.equals(cold.bytes)).toBe(true)
    expect(warm.headers.etag).toBe(cold.headers.etag)
  })

  it('serves each coding with an ETag of its own', async () => {
    const plain = await send(TILE)
    const gzip = await send(TILE, { 'accept-encoding': 'gzip' })
    const brotli = await send(TILE, { 'accept-encoding': 'gzip, deflate, br' })
    expect([gzip.headers['content-encoding'], brotli.headers['content-encoding']]).toEqual(['gzip', 'br'])
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true)
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
    const refused = await send(TILE, { 'accept-encoding': 'br;q=0, gzip;q=0.0' })
    expect(refused.headers['content-encoding']).toBeUndefined()
  })

  it('responds 304 to a current ETag, also one weakened by a proxy', async () => {
    const etag = (await send(TILE)).headers.etag!
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
      const reply = await send(TILE, { 'if-none-match': known })
      expect([reply.status, reply.bytes.length, reply.headers.etag]).toEqual([304, 0, etag])
    }
    expect((await send(TILE, { 'if-none-match': '"another"' })).status).toBe(200)
  })

  it('never responds 304 to another audience’s ETag', async () => {
    const mine = await send(TILE)
    const theirs = await send(TILE, { 'x-who': 'other', 'if-none-match': mine.headers.etag! })
    expect(theirs.status).toBe(200)
    expect(theirs.headers.etag).not.toBe(mine.headers.etag)
  })

  it('leaves callers who may see no map to the application, even for cached tiles', async () => {
    expect((await send(TILE)).status).toBe(200)
    expect((await send(TILE, { 'x-who': 'stranger' })).status).toBe(404)
  })

  it('counts every read of points and cells, also a 304, and no others', async () => {
    const countOf = async (...request: Parameters<typeof send>) => {
      const before = reads
      await send(...request)
      return reads - before
    }
    const { etag } = (await send(TILE)).headers
    const empty = '/tiles/incidents/13/0/0.mvt?group=all'
    expect(await countOf(`${TILE}&precision=address`), 'cold').toBe(1)
    expect(await countOf(TILE), 'warm').toBe(1)
    expect(await countOf(TILE, { 'if-none-match': etag! }), 'not modified').toBe(1)
    expect(await countOf(TILE, {}, 'HEAD'), 'HEAD').toBe(1)
    expect([await countOf(empty), await countOf(empty)], 'empty, cold and warm').toEqual([1, 1])
    expect(await countOf('/tiles/hotspots/14/0/0.mvt?group=order')).toBe(1)
    expect(await countOf('/tiles/cameras/14/0/0.mvt')).toBe(0)
  })

  it('responds 204 for an empty tile, cold and warm', async () => {
    const empty = '/tiles/cameras/14/0/0.mvt'
    expect((await send(empty)).status).toBe(204)
    expect((await send(empty)).status).toBe(204)
  })

  it('responds to HEAD with the headers of GET and no body', async () => {
    const head = await send(TILE, {}, 'HEAD')
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    expect(head.headers['content-length']).toBe((await send(TILE)).headers['content-length'])
  })

  it('leaves refusals to the application', async () => {
    for (const path of [
      '/tiles/incidents/13/4507/2409.mvt?group=nothing',
      '/tiles/nothing/13/4507/2409.mvt',
      '/tiles/areas/23/0/0.mvt',
      '/tiles/areas/2/4/0.mvt',
    ])
      expect((await send(path)).status).toBe(418)
  })

  it('draws no new tile when the budget is spent, and still serves cached ones', async () => {
    const [known, fresh] = ['/tiles/cameras/10/562/301.mvt', '/tiles/cameras/11/1125/602.mvt']
    await send(known)
    hasTime = false
    try {
      expect((await send(known)).status).not.toBe(404)
      expect((await send(fresh)).status).toBe(404)
    } finally {
      hasTime = true
    }
  })

  it('leaves other requests alone', async () => {
    for (const path of ['/tiles/areas.json', '/tiles/areas/01/0/0.mvt', '/tiles/areas/1/0/0.png', '/other'])
      expect((await send(path)).status).toBe(404)
    expect((await send(TILE, {}, 'POST')).status).toBe(404)
  })

  it('draws a tile once for concurrent requests', async () => {
    const path = '/tiles/hotspots/13/4507/2409.mvt?group=people&cell=200'
    const replies = await Promise.all(Array.from({ length: 10 }, () => send(path)))
    expect(new Set(replies.map(({ headers }) => headers.etag)).size).toBe(1)
    expect(replies.every(({ status }) => status === 200)).toBe(true)
    expect(snapshots.open()).toBe(0)
  })
})
