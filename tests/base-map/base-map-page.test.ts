import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AreasImportOptions } from '../../server/areas/index.ts'
import { openBaseMap, type OpenBaseMap } from '../../server/base-map/index.ts'
import { mapIsReady } from '../e2e/demo-page.ts'
import { freshPage } from '../e2e/fresh-page.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
  WIDE,
} from '../support/serving/browser.ts'
import { seededRandom } from '../../server/engine/statistics/seeded-random.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { protomapsExtract } from '../support/protomaps-extract.ts'
import { describeWithSharedData, readSharedData } from '../support/shared-data.ts'

const [OSM, LAND, WATER] = [
  'routeapp_stockholm.osm.gz',
  'stockholm-stadsdelar-land.geojson',
  'stockholm-vatten.geojson',
] as const
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const options = (kind: AreasImportOptions['kind']): AreasImportOptions => ({
  kind,
  nameProperty: kind === 'water' ? null : 'name',
  residentsProperties: [],
  visitorsProperties: [],
  exposureSource: null,
  validFrom: null,
  validTo: null,
  layer: null,
})

/** Three hundred thefts on four blocks, and a hundred about the town. */
async function recordThefts({ storage, engine }: TestServer): Promise<void> {
  const { sources, incidents } = storage.repositories
  await sources.save(SAMPLE_SOURCE)
  const random = seededRandom(5)
  const rows = Array.from({ length: 400 }, (_, at) => {
    const spread = at < 300 ? 30_000 : 300_000
    const place = (middle: number) => Math.round(middle + (random() - 0.5) * spread)
    return sampleIncident({ externalId: `t${at}`, xCm: place(67_460_000), yCm: place(658_165_000) })
  })
  await incidents.insert(rows)
  await engine.snapshots.refresh()
}

/** Mean brightness of what is drawn in the middle of the map, 0–255. */
async function brightness(page: Page): Promise<number> {
  const { x, y, width, height } = (await page.locator('.maplibregl-canvas').boundingBox())!
  const clip = { x: x + width / 3, y: y + height / 6, width: width / 3, height: height / 4 }
  const png = await page.screenshot({ clip })
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      return data.reduce((sum, part, at) => (at % 4 === 3 ? sum : sum + part), 0) / (data.length * 0.75)
    },
    [...png],
  )
}

describe.skipIf(!hasBrowser())('a PMTiles base map in the browser', () => {
  describeWithSharedData('a city on a base map from OpenStreetMap', [OSM, LAND, WATER], () => {
    let folder: string
    let baseMap: OpenBaseMap
    let server: TestServer
    let browser: Browser
    beforeAll(async () => {
      await freshPage(ROOT)
      folder = mkdtempSync(join(tmpdir(), 'base-map-'))
      const path = join(folder, 'stockholm.pmtiles')
      const json = (name: string) => JSON.parse(readSharedData(name).toString('utf8'))
      writeFileSync(path, protomapsExtract(readSharedData(OSM).toString('utf8'), json(LAND), json(WATER)))
      baseMap = await openBaseMap({ basemapPmtiles: path, basemapStyleUrl: null }, false, () => {})
      server = await startTestServer({ srid: 3006, baseMap, page: true })
      for (const [name, kind] of [
        [LAND, 'study'],
        [WATER, 'water'],
      ] as const)
        await server.engine.importAreas(
          new Uint8Array(readSharedData(name)),
          options(kind),
          AbortSignal.timeout(60_000),
        )
      await recordThefts(server)
      browser = await openBrowser()
    }, 400_000)
    afterAll(async () => {
      await browser?.close()
      await server?.close()
      await baseMap?.close()
      rmSync(folder, { recursive: true, force: true })
    })

    const picture = async (page: Page, name: string) => {
      const { PICTURES: folderOfPictures } = process.env
      if (folderOfPictures !== undefined)
        await page.screenshot({ path: join(folderOfPictures, `${name}.png`) })
    }

    it.each([
      ['wide', WIDE],
      ['narrow', NARROW],
    ] as const)(
      'opens on the city and shows its attribution on a %s screen',
      async (name, viewport) => {
        const { page, complaints, close } = await openPage(browser, `${server.url}/?panel=map`, { viewport })
        try {
          await mapIsReady(page)
          const link = page.getByRole('link', { name: '© OpenStreetMap' })
          await link.waitFor()
          expect(await link.getAttribute('href')).toBe('https://www.openstreetmap.org/copyright')
          const { x, y } = (await link.boundingBox())!
          const onTop = await page.evaluate(
            ([left, top]) => document.elementFromPoint(left!, top!)?.textContent,
            [x + 5, y + 5],
          )
          expect(onTop).toBe('© OpenStreetMap')
          const [zoom, latitude, longitude] = new URL(page.url()).searchParams
            .get('at')!
            .split(',')
            .map(Number)
          expect(zoom).toBeGreaterThan(9)
          expect(Math.abs(latitude! - 59.32)).toBeLessThan(0.1)
          expect(Math.abs(longitude! - 18)).toBeLessThan(0.15)
          expect(await accessibilityBreaches(page)).toEqual([])
          await picture(page, `opening-${name}`)
          expect(complaints).toEqual([])
        } finally {
          await close()
        }
      },
      120_000,
    )

    it.each([
      ['wide', WIDE],
      ['narrow', NARROW],
    ] as const)(
      'is drawn with streets and names over the cells, light and dark, on a %s screen',
      async (name, viewport) => {
        const view = '/?panel=map&group=property&at=15,59.3385,18.0705'
        const { page, complaints, close } = await openPage(browser, server.url + view, { viewport })
        try {
          await mapIsReady(page)
          await page.waitForLoadState('networkidle')
          await picture(page, `streets-${name}`)
          await page.emulateMedia({ colorScheme: 'dark' })
          await page.locator('[data-map-flavour="dark"]').waitFor({ state: 'attached' })
          await page.waitForLoadState('networkidle')
          await picture(page, `streets-dark-${name}`)
          expect(complaints).toEqual([])
        } finally {
          await close()
        }
      },
      120_000,
    )

    it('turns dark and light with the reader’s system where no cells are drawn', async () => {
      const view = '/?panel=map&group=people&at=15,59.3385,18.0705'
      const { page, complaints, close } = await openPage(browser, server.url + view, { viewport: WIDE })
      try {
        await mapIsReady(page)
        await expect.poll(() => brightness(page), { timeout: 30_000 }).toBeGreaterThan(180)
        await page.emulateMedia({ colorScheme: 'dark' })
        await expect.poll(() => brightness(page), { timeout: 30_000 }).toBeLessThan(100)
        await page.emulateMedia({ colorScheme: 'light' })
        await expect.poll(() => brightness(page), { timeout: 30_000 }).toBeGreaterThan(180)
        expect(complaints).toEqual([])
      } finally {
        await close()
      }
    }, 180_000)
  })
})
