import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openBaseMap } from '../../server/base-map/index.ts'
import { mapIsReady } from '../e2e/demo-page.ts'
import { freshPage } from '../e2e/fresh-page.ts'
import { hasBrowser, openBrowser, openPage } from '../support/serving/browser.ts'
import { listenOnLoopback } from '../support/serving/listen.ts'
import { startTestServer } from '../support/serving/start-server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const GROUND = {
  type: 'Feature',
  properties: {},
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [0, 50],
        [40, 50],
        [40, 75],
        [0, 75],
        [0, 50],
      ],
    ],
  },
}
const STYLE = {
  version: 8,
  sources: { ground: { type: 'geojson', data: 'ground.json', attribution: '© Kartverket Exempel' } },
  layers: [{ id: 'ground', type: 'fill', source: 'ground', paint: { 'fill-color': '#00ff00' } }],
}

/** Another site, with what it was asked for. */
async function otherSite() {
  const requested: string[] = []
  const answers: Readonly<Record<string, object>> = { '/style.json': STYLE, '/ground.json': GROUND }
  const { url, close } = await listenOnLoopback(
    createServer(({ url: path = '' }, response) => {
      requested.push(path)
      response.writeHead(path in answers ? 200 : 404, {
        'content-type': 'application/json',
        'access-control-allow-origin': '*',
      })
      response.end(JSON.stringify(answers[path] ?? null))
    }),
  )
  onTestFinished(close)
  return { url, requested }
}

describe.skipIf(!hasBrowser())('an external base-map style', () => {
  it('is loaded by the browser without CSP violations, and its attribution is shown', async () => {
    await freshPage(ROOT)
    const site = await otherSite()
    const settings = { basemapPmtiles: null, basemapStyleUrl: `${site.url}/style.json` }
    const baseMap = await openBaseMap(settings, false, () => {})
    const server = await startTestServer({ srid: 3006, baseMap, page: true })
    onTestFinished(() => server.close())
    const browser = await openBrowser()
    onTestFinished(() => browser.close())
    const { page, complaints } = await openPage(browser, `${server.url}/?panel=map&at=10,59.3,18`)
    await mapIsReady(page)
    await page.getByText('© Kartverket Exempel').waitFor()
    await expect.poll(() => site.requested).toContain('/ground.json')
    expect(site.requested.filter((path) => path === '/style.json')).toHaveLength(1)
    await page.waitForLoadState('networkidle')
    const { PICTURES: pictures } = process.env
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/style-of-others.png` })
    expect(complaints).toEqual([])
  }, 400_000)
})
