import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { baseMapRoutes, openBaseMap } from '../../server/base-map/index.ts'
import { writePmtiles } from '../../tiles/release/pmtiles.ts'
import { listenOnLoopback } from '../support/serving/listen.ts'
import { startApp } from '../support/serving/start-app.ts'

const TILE = { z: 9, x: 281, y: 150 }
const CONTENT = new TextEncoder().encode('a tile of 9/281/150, long enough to be worth packing. '.repeat(40))

function archive(layers: readonly string[], tileBytes = CONTENT): Buffer {
  return writePmtiles([{ ...TILE, bytes: tileBytes }], {
    metadata: { attribution: '© Somebody', vector_layers: layers.map((id) => ({ id, fields: {} })) },
    bounds: [17, 59, 19, 60],
    minZoom: 8,
    maxZoom: 14,
  })
}

const PROTOMAPS = ['earth', 'landuse', 'water', 'roads', 'places']

describe('the base map on disk', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'base-map-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const written = (name: string, bytes: Uint8Array | string) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return path
  }
  const opening = (path: string) =>
    openBaseMap({ basemapPmtiles: path, basemapStyleUrl: null }, false, () => {})

  it('serves its tiles as they are compressed in the archive, and uncompressed to clients without gzip', async () => {
    const baseMap = await opening(written('good.pmtiles', archive(PROTOMAPS)))
    onTestFinished(() => baseMap.close())
    const { url, get, close } = await startApp(baseMapRoutes({ baseMap, baseUrlOf: () => 'http://host' }))
    onTestFinished(close)
    expect(await (await get('/api/base-map')).json()).toEqual({
      kind: 'protomaps',
      tiles: 'http://host/base-map/{z}/{x}/{y}.mvt',
      minzoom: 8,
      maxzoom: 14,
      bounds: [17, 59, 19, 60],
      attribution: '© Somebody',
    })
    const path = '/base-map/9/281/150.mvt'
    const packed = await get(path)
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(new Uint8Array(await packed.arrayBuffer())).toEqual(CONTENT)
    const plain = await get(path, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(new Uint8Array(await plain.arrayBuffer())).toEqual(CONTENT)
    expect(plain.headers.get('etag')).not.toBe(packed.headers.get('etag'))
    expect(plain.headers.get('cache-control')).toBe('public, max-age=3600')
    const again = await fetch(url + path, { headers: { 'if-none-match': packed.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  it('responds 204 for tiles that its archive lacks', async () => {
    const baseMap = await opening(written('few.pmtiles', archive(PROTOMAPS)))
    onTestFinished(() => baseMap.close())
    const { get, close } = await startApp(baseMapRoutes({ baseMap, baseUrlOf: () => '' }))
    onTestFinished(close)
    for (const path of ['9/0/0', '3/1/1', '20/5/5', '9/99999/1'])
      expect((await get(`/base-map/${path}.mvt`)).status).toBe(204)
    expect((await get('/base-map/9/-1/0.mvt')).status).toBe(400)
  })

  const whole = archive(PROTOMAPS)
  it.each([
    ['that is no archive', 'text.pmtiles', 'not tiles at all', 'is no PMTiles archive of version 3'],
    ['of no bytes', 'empty.pmtiles', '', 'is no PMTiles archive of version 3'],
    [
      'that was copied in part',
      'part.pmtiles',
      whole.subarray(0, whole.length - 100),
      'the copy is not whole',
    ],
    ['in another schema', 'other.pmtiles', archive(['areas', 'hexes']), 'it lacks earth, water, roads'],
    ['of pictures', 'png.pmtiles', withByte(whole, 99, 2), 'holds no vector tiles (MVT)'],
    ['that is packed by Brotli', 'br.pmtiles', withByte(whole, 98, 3), 'packed by other than gzip'],
  ] as const)(
    '%s is refused in one line that names the setting and the file',
    async (_, name, bytes, reason) => {
      const path = written(name, bytes)
      const refusal = await opening(path).catch((error: unknown) => error)
      expect(refusal).toMatchObject({ code: 'invalid-setting' })
      const { message } = refusal as Error
      expect(message).toContain(`BASEMAP_PMTILES=${path}: `)
      expect(message).toContain(reason)
      expect(message).not.toContain('\n')
    },
  )

  it('is refused when there is no such file, in the demo city, and together with an external style', async () => {
    const missing = { basemapPmtiles: join(folder, 'nowhere.pmtiles'), basemapStyleUrl: null }
    await expect(openBaseMap(missing, false, () => {})).rejects.toThrow('there is no such file')
    await expect(openBaseMap(missing, true, () => {})).rejects.toThrow('set DEMO=off')
    const both = { ...missing, basemapStyleUrl: 'https://tiles.example/style.json' }
    await expect(openBaseMap(both, false, () => {})).rejects.toThrow('one base map is shown')
  })
})

/** A copy with one byte of the header changed. */
function withByte(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(value, at)
  return copy
}

describe('an external base-map style', () => {
  /** A site that answers paths with JSON; everything else is not found. */
  async function site(answers: Readonly<Record<string, unknown>>) {
    const { url, close } = await listenOnLoopback(
      createServer(({ url: path = '' }, response) => {
        const known = Object.hasOwn(answers, path)
        response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' })
        response.end(known ? JSON.stringify(answers[path]) : 'null')
      }),
    )
    onTestFinished(close)
    return url
  }
  const STYLE = {
    version: 8,
    glyphs: 'https://fonts.example/{fontstack}/{range}.pbf',
    sprite: '/sprites/plain',
    sources: {
      streets: { type: 'vector', url: 'tiles.json' },
      relief: { type: 'raster', tiles: ['https://relief.example/{z}/{x}/{y}.png'], tileSize: 256 },
    },
    layers: [{ id: 'road', type: 'line', source: 'streets', 'source-layer': 'roads' }],
  }
  const TILE_JSON = {
    tilejson: '3.0.0',
    tiles: ['{z}/{x}/{y}.pbf'],
    maxzoom: 14,
    attribution: '© A',
    name: 'x',
  }
  const open = async (url: string) => {
    const said: string[] = []
    const settings = { basemapPmtiles: null, basemapStyleUrl: `${url}/maps/style.json` }
    return { said, baseMap: await openBaseMap(settings, false, (line) => said.push(line)) }
  }

  it('is read once at the start, with absolute addresses, and permits exactly the origins of its sources', async () => {
    const url = await site({ '/maps/style.json': STYLE, '/maps/tiles.json': TILE_JSON })
    const { baseMap, said } = await open(url)
    expect(said).toEqual([])
    expect(baseMap.style).toEqual({
      kind: 'style',
      glyphs: STYLE.glyphs,
      sprite: `${url}/sprites/plain`,
      sources: {
        streets: { type: 'vector', tiles: [`${url}/maps/{z}/{x}/{y}.pbf`], maxzoom: 14, attribution: '© A' },
        relief: STYLE.sources.relief,
      },
      layers: STYLE.layers,
    })
    expect(baseMap.origins).toEqual([url, 'https://fonts.example', 'https://relief.example'])
    const { get, close } = await startApp(baseMapRoutes({ baseMap, baseUrlOf: () => '' }))
    onTestFinished(close)
    expect((await (await get('/api/base-map')).json()).kind).toBe('style')
    expect((await get('/base-map/1/0/0.mvt')).status).toBe(404)
  })

  it.each([
    ['does not come', {}, 'answers 404'],
    ['is none', { '/maps/style.json': { hello: 1 } }, 'it is no MapLibre style: version: version must be 8'],
    ['names tiles that do not come', { '/maps/style.json': STYLE }, 'tiles.json answers 404'],
    [
      'would have a file of this machine fetched',
      { '/maps/style.json': { ...STYLE, sources: {}, sprite: 'file:///etc/passwd' } },
      'is no http address',
    ],
    [
      'has a source of a kind that no base map has',
      { '/maps/style.json': { ...STYLE, sources: { film: { type: 'video', urls: [] } } } },
      'sources.film.type',
    ],
  ] as const)(
    'that %s is reported in one line, and the map is drawn without it',
    async (_, answers, reason) => {
      const { baseMap, said } = await open(await site(answers))
      expect(baseMap.style).toBeNull()
      expect(baseMap.origins).toEqual([])
      expect(said).toHaveLength(1)
      expect(said[0]).toContain('BASEMAP_STYLE_URL: ')
      expect(said[0]).toContain(reason)
    },
  )
})
