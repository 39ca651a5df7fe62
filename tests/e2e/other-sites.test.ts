import { createServer, type Server } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection } from 'geojson'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATING } from '../../server/platform/access/principal.ts'
import type { PublicIndex } from '../../server/releases/publication/contract.ts'
import type { TileJson } from '../../tiles/tile-json.ts'
import { hasBrowser, openBrowser } from '../support/serving/browser.ts'
import { listenOnLoopback } from '../support/serving/listen.ts'
import { startPublicSite } from '../support/serving/public-site.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const ROOT = join(import.meta.dirname, '../..')
const MAPLIBRE = join(ROOT, 'node_modules/maplibre-gl/dist')
const OPENING_LIMIT_MS = 200_000

/** A page as anybody may write one: a map of the sources and layers that a test gives it, and what is seen on it. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>elsewhere</title><div id="map" style="width:700px;height:500px"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre/maplibre-gl.mjs'
setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
globalThis.draw = ({ sources, layers, bounds, key, server }) => new Promise((resolve) => {
  const transformRequest = (url) => url.startsWith(server + '/tiles/') ? { url, headers: { Authorization: 'Bearer ' + key } } : { url }
  const map = new Map({ container: 'map', bounds, fadeDuration: 0, attributionControl: false, transformRequest, style: { version: 8, sources, layers } })
  const failures = []
  map.on('error', ({ error }) => failures.push(error.message))
  map.on('idle', () => resolve({ failures,
    seen: Object.fromEntries(layers.map(({ id }) => [id, map.queryRenderedFeatures({ layers: [id] }).length])) }))
})
</script>`

interface Drawn {
  readonly failures: readonly string[]
  readonly seen: Readonly<Record<string, number>>
}

/** Serves that page and MapLibre, and nothing of ours. */
async function serveElsewhere() {
  const server: Server = createServer((request, response) => {
    const file = /^\/maplibre\/([\w.-]+\.mjs)$/.exec(request.url ?? '')?.[1]
    if (file === undefined) return void response.setHeader('Content-Type', 'text/html').end(PAGE)
    response.setHeader('Content-Type', 'text/javascript')
    readFile(join(MAPLIBRE, file)).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  return listenOnLoopback(server)
}

const unseen = ({ seen }: Drawn) => Object.keys(seen).filter((id) => seen[id] === 0)

async function boundsOf(tileJson: string, init: RequestInit = {}): Promise<readonly number[]> {
  return ((await (await fetch(tileJson, init)).json()) as TileJson).bounds
}

const fill = (id: string, source: string, sourceLayer?: string) => ({
  id,
  type: 'fill',
  source,
  ...(sourceLayer === undefined ? {} : { 'source-layer': sourceLayer }),
})

describe.skipIf(!hasBrowser())('a page of another site', { timeout: 120_000 }, () => {
  let elsewhere: Awaited<ReturnType<typeof serveElsewhere>>
  let server: TestServer
  let releases: Awaited<ReturnType<typeof startPublicSite>>
  let browser: Browser
  let key: string

  beforeAll(async () => {
    elsewhere = await serveElsewhere()
    releases = await startPublicSite()
    server = await startTestServer({ demoIncidents: 3000, signIn: null, corsOrigins: [elsewhere.url] })
    await server.engine.publishing.load()
    const { token } = await server.access.keys.make(
      {
        name: 'a map elsewhere',
        role: 'analyst',
        scopes: ['map.read', 'layers.read', 'hotspots.read', 'incidents.read'],
        organisationId: null,
        days: null,
      },
      OPERATING,
    )
    key = token
    browser = await openBrowser()
  }, OPENING_LIMIT_MS)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await releases?.close()
    await elsewhere?.close()
  })

  async function open(url = elsewhere.url): Promise<Page> {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'draw' in globalThis)
    return page
  }
  const draw = (page: Page, map: object): Promise<Drawn> =>
    page.evaluate((given) => (globalThis as unknown as { draw(map: object): Promise<Drawn> }).draw(given), {
      key,
      server: server.url,
      ...map,
    })
  /** What a script of the page gets of an address: a status, or that the browser kept it from it. */
  const send = (page: Page, path: string, init: RequestInit) =>
    page.evaluate(
      ([url, options]) =>
        fetch(url, options).then(
          ({ status }) => status,
          () => 'kept from the script',
        ),
      [server.url + path, init] as const,
    )
  const bearer = () => ({ headers: { authorization: `Bearer ${key}` } })

  it('draws a release from the address of its TileJSON alone', async () => {
    const url = `${releases.url}/public/releases/2025/tiles.json`
    const drawn = await draw(await open(), {
      bounds: await boundsOf(url),
      sources: { release: { type: 'vector', url } },
      layers: [fill('areas', 'release', 'areas'), fill('hexes', 'release', 'hexes')],
    })
    expect(drawn.failures).toEqual([])
    expect(unseen(drawn)).toEqual([])
  })

  it('draws every public layer from its address alone', async () => {
    const index = (await (await fetch(`${server.url}/public/index.json`)).json()) as PublicIndex
    const files = await Promise.all(
      index.layers.map(async ({ id, href }) => {
        const data = `${server.url}/public/${href}`
        const { features } = (await (await fetch(data)).json()) as FeatureCollection
        return { id, source: { type: 'geojson', data }, empty: features.length === 0 }
      }),
    )
    const held = files.filter(({ empty }) => !empty)
    const drawn = await draw(await open(), {
      bounds: await boundsOf(`${server.url}/tiles/areas.json`, bearer()),
      sources: Object.fromEntries(held.map(({ id, source }) => [id, source])),
      layers: held.map(({ id }) => fill(id, id)),
    })
    expect(drawn.failures).toEqual([])
    expect(Object.keys(drawn.seen).length).toBeGreaterThan(4)
    expect(unseen(drawn)).toEqual([])
  })

  it('that is an allowed origin draws with a key what the key permits', async () => {
    const tiles = (layer: string, search = '') => ({
      type: 'vector',
      url: `${server.url}/tiles/${layer}.json${search}`,
    })
    const drawn = await draw(await open(), {
      bounds: await boundsOf(`${server.url}/tiles/areas.json`, bearer()),
      sources: {
        areas: tiles('areas'),
        hotspots: tiles('hotspots', '?cell=auto&group=property'),
        incidents: tiles('incidents', '?group=property'),
        cameras: tiles('cameras'),
      },
      layers: [
        fill('areas', 'areas', 'areas'),
        fill('hotspots', 'hotspots', 'hotspots'),
        { ...fill('incidents', 'incidents', 'incidents'), type: 'circle' },
        { ...fill('cameras', 'cameras', 'cameras'), type: 'circle' },
      ],
    })
    expect(drawn.failures).toEqual([])
    expect(unseen(drawn)).toEqual([])
  })

  it('that is an allowed origin gets responses and refusals with a key, and nothing with cookies', async () => {
    const page = await open()
    expect(await send(page, '/api/cameras', bearer())).toBe(200)
    expect(await send(page, '/api/users', bearer())).toBe(403)
    expect(await send(page, '/api/cameras', {})).toBe(401)
    expect(await send(page, '/api/cameras', { credentials: 'include' })).toBe('kept from the script')
  })

  it('that is not allowed gets nothing, with or without a key', async () => {
    const page = await open(elsewhere.url.replace('127.0.0.1', 'localhost'))
    expect(await send(page, '/api/cameras', bearer())).toBe('kept from the script')
    expect(await send(page, '/tiles/cameras.json', bearer())).toBe('kept from the script')
    expect(await send(page, '/api/categories', {})).toBe('kept from the script')
    expect(await send(page, '/public/index.json', {})).toBe(200)
  })

  it('never triggers the browser’s password prompt, nor does the own page', async () => {
    const page = await browser.newPage()
    const reply = await page.goto(`${server.url}/api/cameras`)
    expect([reply?.status(), reply?.headers()['www-authenticate']]).toEqual([401, 'Bearer realm="Lagesbild"'])
    const basic = Buffer.from(`qgis:${key}`).toString('base64')
    const known = await fetch(`${server.url}/api/cameras`, { headers: { authorization: `Basic ${basic}` } })
    expect(known.status).toBe(200)
  })
})
