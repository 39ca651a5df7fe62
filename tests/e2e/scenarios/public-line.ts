import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { openLine } from '../line.ts'

/** WebPageTest's "3G Slow": 400 kbit/s, 400 ms there and back. */
const SLOW_3G = { offline: false, downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 400 }
const MAX_FIRST_WORDS_MS = 2000

const firstPaint = (page: Page) =>
  page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.POSITIVE_INFINITY,
  )

/** The public page on a slow line, without one, and without scripts. */
export function publicLineScenarios(city: () => DemoPage): void {
  describe('on a bad line', () => {
    it.each(['/?page=start', '/?area=Tjärbryggan&lang=en'])(
      'shows the first words of %s within 2 s on slow 3G',
      async (path) => {
        const { page, close } = await city().visit('/public/index.html', { viewport: NARROW })
        const context = await page.context().browser()!.newContext({ viewport: NARROW })
        const slow = await context.newPage()
        const devTools = await context.newCDPSession(slow)
        await devTools.send('Network.enable')
        await devTools.send('Network.emulateNetworkConditions', SLOW_3G)
        await slow.goto(city().url + path, { waitUntil: 'commit' })
        await slow.getByRole('heading', { level: 1 }).first().waitFor()
        await expect.poll(() => firstPaint(slow)).toBeLessThan(MAX_FIRST_WORDS_MS)
        await slow.getByRole('combobox').first().waitFor({ state: 'attached', timeout: 60_000 })
        await context.close()
        await close()
      },
    )

    it('is read again without a line after a first visit, and says of when it is', async () => {
      const line = await openLine(city().url)
      const { page, close } = await city().visit('/public/index.html')
      await page.goto(`${line.url}/?page=start`)
      await page.getByRole('link', { name: 'Tjärbryggan' }).waitFor()
      await page.evaluate(() => navigator.serviceWorker.ready)
      const keptPaths = () =>
        page.evaluate(async () => {
          const cache = await caches.open('lagesbild-public-1')
          return (await cache.keys()).map(({ url }) => new URL(url).pathname)
        })
      await expect
        .poll(async () => (await keptPaths()).filter((path) => path.endsWith('figures.json')).length, {
          timeout: 30_000,
        })
        .toBeGreaterThan(2)
      expect((await keptPaths()).filter((path) => /^\/(api|tiles)\//.test(path))).toEqual([])
      line.cut(true)
      await page.reload()
      await page.getByText(/^Du läser utan uppkoppling\. Uppgifterna är som de var \d+ \S+ 20\d\d/).waitFor()
      await page.getByRole('link', { name: 'Tjärbryggan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Tjärbryggan' }).waitFor()
      await page
        .getByText(/egendomsbrott till polisen i Tjärbryggan\.$/)
        .first()
        .waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      line.cut(false)
      await page.reload()
      await page.locator('[data-part=public-map]').waitFor()
      expect(await page.getByText('Du läser utan uppkoppling').count()).toBe(0)
      await close()
      await line.close()
    })

    it('keeps nothing of a session, and shows a signed-in person’s page from the server alone', async () => {
      const { page, close } = await city().visit('/?page=start', { as: 'analyst' })
      await page.evaluate(() => navigator.serviceWorker.ready)
      await page.goto(`${city().url}/?page=sources`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.goto(city().url)
      const kept = await page.evaluate(async () => {
        const responses = []
        for (const name of await caches.keys())
          for (const request of await (await caches.open(name)).keys())
            responses.push(new URL(request.url).pathname)
        return responses
      })
      expect(kept.filter((path) => !/^\/($|assets\/|public\/)/.test(path))).toEqual([])
      await close()
    })

    it('leads in one click to readable tables without scripts, from an area and from the start', async () => {
      const { page, close } = await city().visit('/public/index.html')
      const context = await page
        .context()
        .browser()!
        .newContext({ javaScriptEnabled: false, viewport: NARROW })
      const plain = await context.newPage()
      for (const path of ['/?area=Tjärbryggan', '/?page=start', '/']) {
        await plain.goto(city().url + path)
        await plain.getByRole('link', { name: 'Tjärbryggan' }).click()
        await plain.getByRole('heading', { level: 1, name: 'Tjärbryggan' }).waitFor()
        expect(await plain.getByRole('table').count()).toBe(2)
        expect(await plain.getByRole('rowheader', { name: 'Egendom, anmält till polisen' }).count()).toBe(1)
      }
      await context.close()
      await close()
    })
  })
}
