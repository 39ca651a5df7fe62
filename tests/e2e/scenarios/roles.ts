import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** What each role is offered: nothing that it may not see. */
export function roleScenarios(city: () => DemoPage): void {
  describe('by role', () => {
    it('offers a planner no points, no cells below a hundred metres, no single day or hour', async () => {
      const refused: string[] = []
      const { page, complaints, close } = await city().open(
        '/?cell=50&layers=incidents,cameras&weekdays=5&hours=18-23',
        {
          as: 'planner',
          before: async (context) =>
            void context.on('response', (response) => {
              if ([401, 403, 404].includes(response.status())) refused.push(response.url())
            }),
        },
      )
      expect(await page.getByRole('checkbox', { name: 'Trygghetskameror' }).isChecked()).toBe(true)
      expect(await page.getByRole('checkbox', { name: 'Enskilda händelser' }).count()).toBe(0)
      expect(await page.getByLabel('Rutornas sida').locator('option').allInnerTexts()).not.toContain('50 m')
      expect(await page.getByLabel('Tid på dygnet').locator('option').allInnerTexts()).toEqual([
        'Hela dygnet',
        'Morgon och dag 06–14',
        'Eftermiddag och kväll 14–22',
        'Natt 22–06',
      ])
      expect(await page.getByRole('button', { name: 'fredag' }).count()).toBe(0)
      await page.getByLabel('Veckodagar').selectOption({ label: 'Lördag–söndag' })
      await expect.poll(() => new URL(page.url()).searchParams.get('weekdays')).toBe('6,7')
      await page.getByLabel('Period').selectOption({ label: 'Senaste hela månaden' })
      await expect.poll(() => new URL(page.url()).searchParams.get('weekdays')).toBeNull()
      await expect
        .poll(() => page.getByLabel('Veckodagar').locator('option').allInnerTexts())
        .toEqual(['Alla dagar'])
      expect(refused).toEqual([])
      expect(complaints).toEqual([])
      await close()
    })

    it('meets a planner with a new proposal, the reviews of his own with their next step, and how fresh the data are', async () => {
      const { page, complaints, close } = await city().open('/', { as: 'planner' })
      const mine = page.getByRole('region', { name: 'Mina granskningar' })
      const first = mine.getByRole('link').first()
      await first.getByText('Nytt resecentrum vid Ångvisselplan').waitFor()
      expect(await first.innerText()).toContain('Nästa steg: följ upp')
      expect(await part(page, 'data-note').innerText()).toContain('till och med')
      await mine.getByRole('button', { name: 'Nytt förslag' }).press('Enter')
      await page.getByRole('button', { name: 'Rita i kartan' }).waitFor()
      expect(complaints).toEqual([])
      await close()
    })

    it('tells a planner on a telephone what is amiss with a period of no whole months, above the panel and in it', async () => {
      const { page, close } = await city().visit('/?from=2019-01-01&to=2019-03-01', {
        as: 'planner',
        viewport: NARROW,
      })
      const strip = part(page, 'map').getByRole('status')
      await strip.getByText('Det här urvalet visas inte. Välj en annan period.').waitFor()
      const panel = page.getByRole('region', { name: 'Arbetsytor' })
      const [told, sheet] = [await strip.boundingBox(), await panel.boundingBox()]
      expect(told!.y + told!.height).toBeLessThan(sheet!.y)
      const alert = panel.getByRole('alert')
      expect(await alert.innerText()).toContain('inga hela månader av perioden')
      await close()
    })

    it('offers an analyst all of it', async () => {
      const { page, close } = await city().open('/')
      expect(await page.getByRole('checkbox', { name: 'Enskilda händelser' }).count()).toBe(1)
      expect(await page.getByLabel('Rutornas sida').locator('option').allInnerTexts()).toContain('50 m')
      expect(await page.getByRole('button', { name: 'fredag' }).count()).toBe(1)
      await close()
    })

    it('shows a partner the place on a telephone: the last period in sentences, the table, what is done', async () => {
      const { page, complaints, close } = await city().visit('/?panel=map', {
        as: 'partner',
        viewport: NARROW,
      })
      await page.getByRole('heading', { level: 1, name: 'Ångvisselplan' }).waitFor()
      const last = page.getByRole('region', { name: 'Senaste avslutade perioden' })
      await last.waitFor()
      expect(await last.getByRole('listitem').first().innerText()).toMatch(
        /: (omkring \d+|färre än 5) på platsen, (omkring \d+|färre än 5) inom 100 m runt om\.$/,
      )
      const table = page.getByRole('table').first().getByRole('row')
      await expect.poll(() => table.count()).toBe(5)
      await page.getByRole('button', { name: 'Visa alla perioder' }).click()
      await expect.poll(() => table.count()).toBe(14)
      const week = page.getByRole('region', { name: 'När på dygnet och i veckan' })
      await week.getByRole('cell', { name: /^\d+$/ }).first().waitFor()
      await page.getByText('bevakad zon').waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
      expect(await part(page, 'map').count()).toBe(0)
      expect(complaints).toEqual([])
      await close()
    })
  })
}
