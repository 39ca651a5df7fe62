import { type ChildProcess, spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { exportPublic } from '../../server/cli/export-public.ts'
import { hasBrowser, openBrowser } from '../support/serving/browser.ts'
import { releaseStoreInMemory } from '../support/release-store.ts'
import { yearContents } from '../support/release-fixture.ts'

const NGINX = '/usr/sbin/nginx'
const MAPLIBRE = join(import.meta.dirname, '../../node_modules/maplibre-gl/dist')
const isThere = existsSync(NGINX)
if (!isThere)
  process.stdout.write(`${NGINX} is not there: the copy of the public tree is not served by it.\n`)

/** A page that draws a release as anybody might, from nothing but its TileJSON. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>copy</title><div id="map" style="width:600px;height:400px"></div>
<script type="module">
import { Map, setWorkerUrl } from '/maplibre/maplibre-gl.mjs'
setWorkerUrl('/maplibre/maplibre-gl-worker.mjs')
const folder = new URL('/public/releases/2025/', location.href).href
const tileJson = await (await fetch(folder + 'tiles.json')).json()
const source = { type: 'vector', tiles: tileJson.tiles.map((path) => folder + path), minzoom: tileJson.minzoom, maxzoom: tileJson.maxzoom, bounds: tileJson.bounds }
const fill = (id) => ({ id, type: 'fill', source: 'release', 'source-layer': id, paint: { 'fill-color': '#357' } })
const map = new Map({ container: 'map', bounds: tileJson.bounds, fadeDuration: 0, attributionControl: false,
  style: { version: 8, sources: { release: source }, layers: [fill('areas'), fill('hexes')] } })
map.on('idle', () => {
  const seen = (layer) => map.queryRenderedFeatures({ layers: [layer] }).map(({ properties }) => properties)
  globalThis.drawn = { areas: seen('areas'), hexes: seen('hexes') }
})
</script>`

const CONFIG = (folder: string, port: number) => `
daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  types {
    application/json json; application/geo+json geojson; text/csv csv; text/html html;
    text/javascript mjs; application/vnd.mapbox-vector-tile mvt; application/vnd.pmtiles pmtiles;
  }
  server {
    listen 127.0.0.1:${port};
    gzip_static on;
    add_header Access-Control-Allow-Origin *;
    location /public/ { alias ${folder}/tree/; }
    location /maplibre/ { alias ${MAPLIBRE}/; }
    location = /map.html { alias ${folder}/map.html; }
  }
}`

describe.skipIf(!isThere)('the public tree, copied to another web server', () => {
  let folder: string
  let nginx: ChildProcess
  let url: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lagesbild-copy-'))
    await chmod(folder, 0o755)
    const store = releaseStoreInMemory()
    await store.publish(yearContents('2025'))
    await exportPublic(store.read, join(folder, 'tree'))
    await writeFile(join(folder, 'map.html'), PAGE)
    const port = await freePort()
    await writeFile(join(folder, 'nginx.conf'), CONFIG(folder, port))
    nginx = spawn(NGINX, ['-c', join(folder, 'nginx.conf'), '-p', folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    url = `http://127.0.0.1:${port}`
    await vi.waitFor(async () => expect((await fetch(`${url}/map.html`)).ok).toBe(true), 20_000)
  })
  afterAll(async () => {
    if (nginx?.exitCode === null) {
      nginx.kill()
      await once(nginx, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  })

  it('has every file of the manifest with its hash, also compressed ones', async () => {
    const at = `${url}/public/releases/2025/`
    const manifest = await (await fetch(`${at}manifest.json`)).json()
    expect(manifest.files.length).toBeGreaterThan(50)
    for (const { path, sha256 } of manifest.files) {
      const reply = await fetch(at + path, { headers: { 'accept-encoding': 'identity' } })
      expect([path, reply.status]).toEqual([path, 200])
      expect([path, hash('sha256', Buffer.from(await reply.arrayBuffer()))]).toEqual([path, sha256])
    }
    const packed = await fetch(`${at}areas.geojson`, { headers: { 'accept-encoding': 'gzip' } })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect((await packed.json()).features).toHaveLength(2)
  })

  it.skipIf(!hasBrowser())('is drawn by MapLibre unchanged', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      const complaints: string[] = []
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('response', (reply) => {
        if (reply.status() >= 400 && !reply.url().endsWith('favicon.ico')) complaints.push(reply.url())
      })
      await page.goto(`${url}/map.html`)
      const drawn = await (
        await page.waitForFunction(() => (globalThis as unknown as { drawn?: Drawn }).drawn)
      ).jsonValue()
      expect(complaints).toEqual([])
      expect(drawn!.areas).toContainEqual(
        expect.objectContaining({ key: 'a1', police_people: 25, police_people_shown: 'count' }),
      )
      expect(drawn!.areas.find(({ key }) => key === 'a2')).not.toHaveProperty('police_people')
      expect(drawn!.hexes).toContainEqual(expect.objectContaining({ police_property: 'b25' }))
    } finally {
      await browser.close()
    }
  })
})

interface Drawn {
  readonly areas: readonly Record<string, unknown>[]
  readonly hexes: readonly Record<string, unknown>[]
}

/** nginx cannot choose a port by itself. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
