import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublicSite } from '../../../support/serving/public-site.ts'
import { rawRequest } from '../../../support/serving/raw-http.ts'

let site: Awaited<ReturnType<typeof startPublicSite>>
beforeAll(async () => {
  site = await startPublicSite()
})
afterAll(() => site.close())

const send = (name: string, headers: Record<string, string> = {}, method = 'GET') =>
  rawRequest(site.port, `/public/releases/2025/${name}`, { headers, method })

const bytesOf = (name: string) => site.entries().get(`releases/2025/${name}`)!.identity.bytes

describe('the public tree over HTTP', () => {
  it('gives each coding its own bytes and ETag, with Vary', async () => {
    const plain = await send('areas.geojson')
    const gzip = await send('areas.geojson', { 'accept-encoding': 'gzip' })
    const brotli = await send('areas.geojson', { 'accept-encoding': 'gzip, br' })
    expect([plain, gzip, brotli].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      'gzip',
      'br',
    ])
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true)
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true)
    expect(new Set([plain, gzip, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
    for (const { headers } of [plain, gzip, brotli]) expect(headers.vary).toBe('Accept-Encoding')
    const again = await send('areas.geojson', {
      'if-none-match': String(gzip.headers.etag),
      'accept-encoding': 'gzip',
    })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
    const other = await send('areas.geojson', { 'if-none-match': String(gzip.headers.etag) })
    expect(other.status).toBe(200)
  })

  it('lets caches keep data for an hour, and revalidate the manifest', async () => {
    expect((await send('areas.csv')).headers['cache-control']).toBe('public, max-age=3600')
    expect((await send('tiles/8/140/75.mvt')).headers['cache-control']).toBe('public, max-age=3600')
    expect((await send('manifest.json')).headers['cache-control']).toBe('no-cache')
  })

  it('responds to HEAD with the headers of GET and no bytes', async () => {
    const [head, get] = [await send('areas.csv', {}, 'HEAD'), await send('areas.csv')]
    expect([head.status, head.bytes.length]).toEqual([200, 0])
    for (const name of ['content-length', 'etag', 'content-type', 'cache-control'])
      expect(head.headers[name]).toBe(get.headers[name])
  })

  it.each([
    ['bytes=0-126', 206, 0, 127],
    ['bytes=127-200', 206, 127, 201],
    ['bytes=-10', 206, -10, undefined],
    ['bytes=100-', 206, 100, undefined],
  ])('gives a part of the archive: %s', async (range, status, from, to) => {
    const response = await send('release.pmtiles', { range })
    const part = bytesOf('release.pmtiles').subarray(from, to)
    expect([response.status, response.bytes.equals(part)]).toEqual([status, true])
    expect(response.headers['content-range']).toMatch(
      new RegExp(`^bytes \\d+-\\d+/${bytesOf('release.pmtiles').length}$`),
    )
  })

  it('refuses a range beyond the end, and gives the whole for unsupported ranges', async () => {
    expect((await send('release.pmtiles', { range: 'bytes=999999999-' })).status).toBe(416)
    expect((await send('release.pmtiles', { range: 'bytes=5-2' })).status).toBe(416)
    for (const range of ['bytes=0-1,4-5', 'lines=0-1', 'bytes=-', 'bytes', 'bytes=a-b'])
      expect((await send('release.pmtiles', { range })).status, range).toBe(200)
    expect((await send('areas.csv', { range: 'bytes=0-3' })).status).toBe(200)
    const stale = await send('release.pmtiles', { range: 'bytes=0-3', 'if-range': '"other"' })
    expect(stale.status).toBe(200)
  })

  it('is open to every page, sets no cookie, and lets nothing run in the method note', async () => {
    const note = await send('method.sv.html', { cookie: 'lagesbild=abc' })
    expect(note.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(note.headers['set-cookie']).toBeUndefined()
    const preflight = await send('release.pmtiles', { 'access-control-request-headers': 'range' }, 'OPTIONS')
    expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([
      204,
      'Range, If-Range, If-None-Match',
    ])
  })

  it('gives a TileJSON absolute tile addresses for its host, with their own ETag', async () => {
    const here = await send('tiles.json', { 'accept-encoding': 'br' })
    const byNumber = await send('tiles.json', { host: `127.0.0.1:${site.port}` })
    const tilesOf = ({ bytes }: typeof here) => JSON.parse(bytes.toString()).tiles
    const tree = `127.0.0.1:${site.port}/public/releases/2025/tiles/{z}/{x}/{y}.mvt`
    expect(tilesOf(byNumber)).toEqual([`http://${tree}`])
    expect((await fetch(tilesOf(here)[0].replace('{z}/{x}/{y}', '10/563/301'))).status).toBe(200)
    expect(here.headers).toMatchObject({ 'access-control-allow-origin': '*' })
    const elsewhere = await send('tiles.json', { host: `localhost:${site.port}` })
    expect(elsewhere.headers.etag).not.toBe(byNumber.headers.etag)
    const again = await send('tiles.json', { 'if-none-match': String(here.headers.etag) })
    expect([again.status, again.bytes.length]).toEqual([304, 0])
  })

  it('has descriptive file names for tables and outlines', async () => {
    const nameOf = async (name: string) => (await send(name)).headers['content-disposition']
    expect(await nameOf('areas.csv')).toBe('attachment; filename="lagesbild-2025-areas.csv"')
    expect(await nameOf('areas.geojson')).toBe('attachment; filename="lagesbild-2025-areas.geojson"')
    expect(await nameOf('manifest.json')).toBeUndefined()
  })

  it('serves an empty tile as zero bytes', async () => {
    const [empty] = [...site.entries()].find(
      ([name, { identity }]) => name.endsWith('.mvt') && identity.bytes.length === 0,
    )!
    const response = await send(empty.replace('releases/2025/', ''))
    expect([response.status, response.bytes.length, response.headers['content-length']]).toEqual([
      200,
      0,
      '0',
    ])
    expect((await send('tiles/8/0/0.mvt')).status).toBe(404)
  })

  it('refuses folders, other methods and path traversal', async () => {
    for (const name of [
      '',
      'tiles',
      'tiles/',
      '../2025/areas.csv',
      '..%2f2025/areas.csv',
      'areas.csv/',
      'AREAS.CSV',
      'constructor',
    ])
      expect((await send(name)).status, name).toBe(404)
    const post = await send('areas.csv', {}, 'POST')
    expect([post.status, post.headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    expect((await send('../2024/areas.csv')).status).toBe(404)
  })
})
