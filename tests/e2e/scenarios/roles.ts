import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** The page offers each role only what it may see. */
export function roleScenarios(city: () => DemoPage): void {
  describe('the page by role', () => {
    it('offers a planner no points, no single day or hour, with reasons', async () => {
      const refused: string[] = []
      const { page, complaints, close } = await city().open(
        '/?group=order&cell=50&layers=incidents,cameras&weekdays=5&hours=18-23',
        {
          as: 'planner',
          before: async (context) =>
            void context.on('response', (response) => {
              if ([401, 403, 404, 422].includes(response.status())) refused.push(response.url())
            }),
        },
      )
      const offered = (label: string) =>
        page.getByRole('combobox', { name: label, exact: true }).locator('option:enabled').allInnerTexts()
      expect(await page.getByRole('checkbox', { name: 'Trygghetskameror' }).isChecked()).toBe(true)
      expect(await page.getByRole('checkbox', { name: 'Enskilda händelser' }).count()).toBe(0)
      expect(await page.getByRole('button', { name: 'fredag' }).count()).toBe(0)
      expect(await offered('Rutornas sida')).toContain('50 m')
      expect(await offered('Tid på dygnet')).toEqual([
        'Hela dygnet',
        'Morgon och dag 06–14',
        'Eftermiddag och kväll 14–22',
        'Natt 22–06',
      ])
      expect(await page.getByLabel('Tid på dygnet').getAttribute('aria-describedby')).toBeTruthy()
      await page.getByText('Andra tider visas bara för analytiker.').waitFor()
      await page.getByLabel('Veckodagar').selectOption({ label: 'Lördag–söndag' })
      await expect.poll(() => new URL(page.url()).searchParams.get('weekdays')).toBe('6,7')
      expect(await offered('Rutornas sida')).not.toContain('100 m')
      expect(await offered('Period')).toEqual(['Senaste kalenderåret', 'Hela tiden', 'Egna år'])
      await page.getByText('Delar av dygnet och veckan visas för hela kalenderår.').waitFor()
      const counted = part(page, 'counted-period')
      await counted.getByText(/^Räknas: 1 januari–31 december \d{4}\.$/).waitFor()
      expect(refused).toEqual([])
      expect(complaints).toEqual([])
      await close()
    })

    it('shows a planner the quarters that a period touches, with the days that were counted', async () => {
      const { page, close } = await city().open('/?from=2026-02-10&to=2026-04-02', { as: 'planner' })
      const from = page.getByLabel('Från och med').locator('option:checked')
      await part(page, 'counted-period').getByText('Räknas: 1 januari–30 juni 2026.').waitFor()
      expect(await from.textContent()).toBe('kvartal 1 2026')
      expect(await part(page, 'figures-as-of').innerText()).toMatch(/^Siffrorna är från .+ Nästa gång: .+\.$/)
      await close()
    })

    it('shows a planner a new proposal, their own reviews with next steps, and how recent the data are', async () => {
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

    it('explains an open period to a planner on a phone, above the panel and in it', async () => {
      const { page, close } = await city().visit('/?from=2040-01-01&to=2040-03-01', {
        as: 'planner',
        viewport: NARROW,
      })
      const strip = part(page, 'map').getByRole('status')
      await strip.getByText('Det här urvalet visas inte. Välj en annan period.').waitFor()
      const panel = page.getByRole('region', { name: 'Arbetsytor' })
      const [reported, sheet] = [await strip.boundingBox(), await panel.boundingBox()]
      expect(reported!.y + reported!.height).toBeLessThan(sheet!.y)
      const alert = panel.getByRole('alert')
      expect(await alert.innerText()).toContain('hade avslutats när siffrorna togs fram')
      await close()
    })

    it('offers an analyst all filters', async () => {
      const { page, close } = await city().open('/')
      expect(await page.getByRole('checkbox', { name: 'Enskilda händelser' }).count()).toBe(1)
      expect(await page.getByLabel('Rutornas sida').locator('option').allInnerTexts()).toContain('50 m')
      expect(await page.getByRole('button', { name: 'fredag' }).count()).toBe(1)
      await close()
    })

    it('shows a partner the place on a phone: the last period in sentences, the table, the measures', async () => {
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
