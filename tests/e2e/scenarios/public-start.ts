import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** Limit of scripts before the public page shows its text, bytes as sent. */
const MAX_SCRIPT_BYTES = 60_000

const mapIsDrawn = (page: Page) =>
  page.locator('[data-part=public-map][data-drawn]').waitFor({ timeout: 60_000 })

/** The code of maps. */
const OF_MAPS = /maplibre|create-map|workspace|public-map|overlay-look/

/** Addresses of all requests, and the bytes as sent of each script that came before any code of a map was requested. */
function listen(page: Page) {
  const requested: string[] = []
  const scripts = new Map<string, number>()
  page.on('request', (request) => requested.push(new URL(request.url()).pathname))
  page.on('response', (response) => {
    const isBeforeMap = !requested.some((path) => OF_MAPS.test(path))
    if (isBeforeMap && response.request().resourceType() === 'script')
      scripts.set(response.url(), Number(response.headers()['content-length']))
  })
  return { requested, scripts }
}

/** The public page, without an account. */
export function publicScenarios(city: () => DemoPage): void {
  describe('for the public', () => {
    it('finds an area by keyboard, and shows it in sentences, a table and a map', async () => {
      const { page, complaints, close } = await city().visit('/')
      const search = page.getByRole('combobox', { name: 'Sök ditt område' })
      await page.getByRole('link', { name: 'Ångvisselstaden' }).waitFor()
      await search.focus()
      await page.keyboard.type('ångv')
      await page.keyboard.press('ArrowDown')
      expect(await page.locator('[role=option][aria-selected=true]').innerText()).toBe('Ångvisselstaden')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Ångvisselstaden' }).waitFor()
      // Year, quarter and measures are separate files, so each sentence appears with its file.
      const reported = page.getByRole('region', { name: 'Anmält', exact: true })
      const quarter =
        /I \S+–\S+ 20\d\d anmäldes (omkring \d+|färre än 5) egendomsbrott till polisen i Ångvisselstaden\./
      for (const sentence of [quarter, /våld eller hot till polisen/])
        await reported.getByRole('listitem').filter({ hasText: sentence }).first().waitFor()
      const perceivedSafety = page
        .getByRole('region', { name: 'Upplevd trygghet' })
        .getByRole('listitem')
        .first()
      await expect.poll(() => perceivedSafety.innerText()).toMatch(/\d+ % \(± \d+\)|För få svar/)
      await expect
        .poll(() => page.getByRole('region', { name: 'Det här görs' }).innerText())
        .toMatch(/Tillstånd|zon/)
      expect(await page.getByRole('link', { name: '112' }).getAttribute('href')).toBe('tel:112')
      const quarters = page.getByRole('region', { name: 'Kvartal' }).getByRole('row')
      await expect.poll(() => quarters.count()).toBeGreaterThan(2)
      await mapIsDrawn(page)
      expect(complaints).toEqual([])
      await close()
    })

    it('is restored from its address and by Back, in either language', async () => {
      const { page, close } = await city().visit('/?lang=en')
      await page.getByRole('link', { name: 'Tjärbryggan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tjärbryggan' }).waitFor()
      expect(await page.locator('#reported-title').innerText()).toBe('Reported')
      await page.reload()
      await page.getByRole('heading', { level: 1, name: 'Tjärbryggan' }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      await page.goBack()
      await page.getByRole('combobox', { name: 'Search your area' }).waitFor()
      await close()
    })

    it('shows its text before it loads a map, and sends no request that depends on the caller', async () => {
      let heard: ReturnType<typeof listen> | undefined
      const { page, close } = await city().visit('/?area=none', {
        viewport: NARROW,
        before: async (context) => void context.on('page', (opened) => (heard = listen(opened))),
      })
      await page.getByRole('link', { name: 'Tjärbryggan' }).waitFor()
      const { requested = [], scripts = new Map<string, number>() } = heard ?? {}
      await expect.poll(() => requested.findIndex((path) => OF_MAPS.test(path))).toBeGreaterThan(0)
      const beforeMap = requested.slice(
        0,
        requested.findIndex((path) => OF_MAPS.test(path)),
      )
      expect(beforeMap.filter((path) => path.endsWith('figures.json')).length).toBeGreaterThanOrEqual(2)
      expect(beforeMap.filter((path) => /^\/(api|tiles)\//.test(path))).toEqual(['/api/session'])
      const bytes = [...scripts.values()].reduce((sum, each) => sum + each, 0)
      expect(bytes).toBeGreaterThan(MAX_SCRIPT_BYTES / 2)
      expect(bytes, JSON.stringify([...scripts])).toBeLessThan(MAX_SCRIPT_BYTES)
      expect(await page.context().cookies()).toEqual([])
      await close()
    })

    it('chooses the area that is clicked on the map', async () => {
      const { page, close } = await city().visit('/')
      await mapIsDrawn(page)
      const map = part(page, 'public-map')
      const { width = 0, height = 0 } = (await map.boundingBox()) ?? {}
      // By the place on the map: what is still coming may move the map on the page.
      await map.click({ position: { x: width * 0.35, y: height * 0.5 } })
      await expect.poll(() => new URL(page.url()).searchParams.get('area')).toMatch(/^a[0-9a-f]+$/)
      await close()
    })

    it.each([
      ['the start', '/', WIDE],
      ['the start on a telephone in English', '/?page=start&lang=en', NARROW],
    ] as const)('axe finds no breach of WCAG 2.1 AA in %s, nor in an area', async (_, path, viewport) => {
      const { page, close } = await city().visit(path, { viewport })
      await page.getByRole('link', { name: 'Tjärbryggan' }).waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      await page.getByRole('link', { name: 'Tjärbryggan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tjärbryggan' }).waitFor()
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '')
      })
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      await close()
    })

    it.each([
      ['Swedish', '/', 'Tillgänglighetsredogörelse'],
      ['English', '/?lang=en', 'Accessibility statement'],
    ])(
      'links to its accessibility statement, without WCAG violations, in 320 pixels, in %s',
      async (_, path, title) => {
        const { page, complaints, close } = await city().visit(path, {
          viewport: { width: 320, height: 640 },
        })
        await page.getByRole('link', { name: title }).click()
        await page.getByRole('heading', { level: 1, name: title }).waitFor()
        expect(await accessibilityBreaches(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
        expect(complaints).toEqual([])
        await close()
      },
    )

    it('shows contacts and tables without scripts', async () => {
      const text = await (await fetch(city().url)).text()
      const withoutScripts = /<noscript>([\s\S]*)<\/noscript>/.exec(text)?.[1] ?? ''
      expect(withoutScripts).toMatch(/tel:112/)
      const [, tables = ''] = /href="(\/public\/[^"]+)"/.exec(withoutScripts) ?? []
      expect((await fetch(city().url + tables)).status).toBe(200)
    })
  })
}
