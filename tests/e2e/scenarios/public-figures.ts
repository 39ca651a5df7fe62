import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'

const mapIsDrawn = (page: Page) =>
  page.locator('[data-part=public-map][data-drawn]').waitFor({ timeout: 60_000 })

/** What the public page's map and charts say, and their tables. */
export function publicFigureScenarios(city: () => DemoPage): void {
  describe('figures for the public', () => {
    it('are rates per resident first, counts as circles on request, with one table of both', async () => {
      const { page, complaints, close } = await city().visit('/')
      await mapIsDrawn(page)
      const map = page.getByRole('complementary', { name: 'Karta' })
      await map.getByText(/^Egendomsbrott anmälda till polisen, \S+ 20\d\d, per 1 000 boende$/).waitFor()
      expect(await map.getByText('De som arbetar, handlar eller går ut').count()).toBe(1)
      await map.getByLabel('Antal, som cirklar').check()
      await map.getByText('Cirkelns yta följer antalet').waitFor()
      expect(await map.locator('li circle').count()).toBeGreaterThan(1)
      await map.getByText('Samma uppgifter som tabell').click()
      const rows = map.getByRole('table').getByRole('row')
      const names = (await rows.getByRole('rowheader').allInnerTexts()).map((name) => name.trim())
      expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'sv')))
      const cells = await rows.nth(1).getByRole('cell').allInnerTexts()
      const [count, residents, rate] = cells.map((text) => Number(text.replace(/\s/g, '').replace(',', '.')))
      expect(Math.abs((count! * 1000) / residents! - rate!)).toBeLessThan(0.51)
      expect(complaints).toEqual([])
      await close()
    })

    it.each([
      ['wide', WIDE, 'sv', /Tjärbryggan: [\d,]+ i \S+ 20\d\d och [\d,]+ i .*hela staden: /],
      ['on a phone', NARROW, 'en', /Tjärbryggan: [\d.]+ in \S+ 20\d\d and [\d.]+ in .*the whole city: /],
    ] as const)(
      'are drawn over time beside the city, in words and as a table, %s',
      async (_, viewport, lang, words) => {
        const { page, close } = await city().visit(`/?area=Tjärbryggan&lang=${lang}`, { viewport })
        const charts = page.getByRole('img', { name: words })
        await charts.first().waitFor()
        await expect.poll(() => charts.count()).toBeGreaterThan(2)
        const first = page.locator('figure').first()
        await first.locator('summary').click()
        expect(await first.getByRole('columnheader').count()).toBe(3)
        expect(await accessibilityBreaches(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
        await close()
      },
    )

    it('are found by the name of a street, whatever the number of the house', async () => {
      const { page, close } = await city().visit('/?page=start', { viewport: NARROW })
      await page.getByRole('link', { name: 'Tjärbryggan' }).waitFor()
      const street = await page.evaluate(async () => {
        const file = (await (await fetch('/public/layers/context.geojson')).json()) as {
          features: { properties: { kind: string; name?: string } }[]
        }
        return file.features.find(({ properties }) => properties.kind === 'street')!.properties.name!
      })
      await page.getByRole('combobox').fill(`${street} 12`)
      const option = page.getByRole('option', { name: new RegExp(`^${street} \\(`) }).first()
      const area = /\(([^)]+)\)$/.exec(await option.innerText())![1]!
      await option.click()
      await page.getByRole('heading', { level: 1, name: area }).waitFor()
      await close()
    })

    it('has the map near the top of a phone: it begins above the fold', async () => {
      const { page, close } = await city().visit('/?page=start', { viewport: NARROW })
      const map = page.locator('[data-part=public-map]')
      await map.waitFor()
      expect((await map.boundingBox())!.y).toBeLessThan(NARROW.height / 2)
      await close()
    })
  })
}
