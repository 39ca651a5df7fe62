import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

const DECISIONS = [
  ['Byt lamporna vid norra trappan', 'Trafikkontoret', '2027-01-14'],
  ['Flytta cykelställen från entrén', 'Fastighetsägarna vid stationen', '2027-01-21'],
  ['Ronda källargången på kvällen', 'Ordningsvakterna', '2027-01-08'],
  ['Måla över klottret på muren', 'Trafikkontoret', '2027-01-11'],
  ['Ställ ut två parkbänkar till', 'Stadsdelsförvaltningen', '2027-04-15'],
  ['Prata med skolan om håltimmarna', 'Stadsdelsförvaltningen', '2027-01-15'],
  ['Laga dörren till cykelrummet', 'Fastighetsägarna vid stationen', '2027-01-12'],
  ['Spola gångtunneln varje fredag', 'Trafikkontoret', '2027-01-10'],
  ['Räkna besökare en lördagskväll', 'Polisen', '2027-01-31'],
  ['Bjud in föreningarna till nästa möte', 'Stadsdelsförvaltningen', '2027-01-05'],
] as const
const SECONDS_A_KEY = 0.2
const MAX_SECONDS = 300

/** Opens the next planned meeting as the coordinator would; counts the presses it takes. */
async function openPlanned(page: Page): Promise<number> {
  await page.getByRole('link', { name: 'Möten', exact: true }).click()
  const planned = page.getByRole('listitem').filter({ hasText: 'Planerat' }).getByRole('link')
  await planned.click()
  await page.getByRole('heading', { name: 'Beslut i dag' }).waitFor()
  return 2
}

/** Types a decision from the keyboard alone; gives how many keys it took. */
async function type(page: Page, [what, who, day]: (typeof DECISIONS)[number]): Promise<number> {
  await page.keyboard.type(what)
  await page.keyboard.press('Tab')
  await page.keyboard.type(who)
  await page.keyboard.press('Tab')
  const [year, month, date] = day.split('-')
  await page.keyboard.type(`${month}${date}${year}`)
  await page.keyboard.press('Enter')
  await page.getByText(what).waitFor()
  await expect.poll(() => page.getByLabel('Vad ska göras?').inputValue()).toBe('')
  return what.length + who.length + 8 + 3
}

/** The meeting of the week, from the first page to its minutes. */
export function meetingScenarios(city: () => DemoPage): void {
  describe('a meeting of a place', () => {
    it('is prepared in two presses, and ten decisions are typed and minuted within five minutes', async () => {
      const { page, complaints, close } = await city().visit('/', { as: 'coordinator', viewport: WIDE })
      try {
        expect(await openPlanned(page)).toBeLessThanOrEqual(3)
        expect(await accessibilityBreaches(page)).toEqual([])
        await page.getByLabel('Vad ska göras?').focus()
        let keys = 0
        for (const decision of DECISIONS) keys += await type(page, decision)
        await page.getByRole('button', { name: 'Avsluta och skriv protokoll' }).click()
        await page.getByRole('heading', { name: 'Protokoll', exact: true }).waitFor()
        expect((keys + 1) * SECONDS_A_KEY).toBeLessThanOrEqual(MAX_SECONDS)
        const minutes = page.getByRole('region', { name: 'Protokoll', exact: true })
        for (const [what] of DECISIONS) expect(await minutes.getByText(what).count()).toBe(1)
        expect(await minutes.getByText('Klipp ned buskaget vid cykelställen').count()).toBe(1)
        expect(await accessibilityBreaches(page)).toEqual([])
        expect(complaints).toEqual([])
      } finally {
        await close()
      }
    })

    it('keeps typed text over a reload, and shows a partner’s commitments on a phone', async () => {
      const { page, close } = await city().visit('/', { as: 'coordinator', viewport: WIDE })
      try {
        await openPlanned(page)
        await page.getByLabel('Vad ska göras?').fill('Halvskrivet')
        await page.reload()
        await expect.poll(() => page.getByLabel('Vad ska göras?').inputValue()).toBe('Halvskrivet')
      } finally {
        await close()
      }
      const partner = await city().visit('/?page=meetings', { as: 'partner', viewport: NARROW })
      try {
        const own = partner.page.getByRole('checkbox', { name: /Klipp ned buskaget/ })
        // Ticked off, it leaves the list: `check` would look for its state there.
        await own.click()
        await expect.poll(() => own.count()).toBe(0)
        expect(await accessibilityBreaches(partner.page)).toEqual([])
        expect(partner.complaints).toEqual([])
      } finally {
        await partner.close()
      }
    })

    it('shows both texts when two people change a commitment at once, and keeps mine over a reload', async () => {
      const open = async () => {
        const visit = await city().visit('/', { as: 'coordinator', viewport: WIDE })
        await openPlanned(visit.page)
        const row = visit.page.getByRole('listitem').filter({ hasText: 'bättre ljus vid busshållplatsen' })
        await row.getByText('Ändra', { exact: true }).click()
        return { ...visit, row, what: row.getByLabel('Vad ska göras?') }
      }
      const [mine, theirs] = [await open(), await open()]
      await mine.what.fill('Räkna ut vad bättre ljus vid busshållplatsen kostar')
      await theirs.what.fill('Begär in pris på bättre ljus vid busshållplatsen')
      await theirs.row.getByRole('button', { name: 'Spara' }).click()
      await theirs.row.getByText('Begär in pris').first().waitFor()
      await mine.row.getByRole('button', { name: 'Spara' }).click()
      const conflict = part(mine.page, 'change-conflict')
      await conflict.getByText('Begär in pris på bättre ljus').waitFor()
      await mine.page.reload()
      await conflict.waitFor()
      expect(await mine.what.inputValue()).toBe('Räkna ut vad bättre ljus vid busshållplatsen kostar')
      expect(await accessibilityBreaches(mine.page)).toEqual([])
      await conflict.getByRole('button', { name: 'Behåll min text' }).click()
      await mine.row.getByRole('button', { name: 'Spara' }).click()
      await mine.row.getByText('Räkna ut vad bättre ljus').first().waitFor()
      await expect.poll(() => conflict.count()).toBe(0)
      await mine.close()
      await theirs.close()
    })

    it('comes to a calendar by an address that is shown once, and tells that no mail is set up', async () => {
      const { page, close } = await city().visit('/?page=meetings', { as: 'coordinator', viewport: NARROW })
      await page.getByText('Lägg till i din kalender').click()
      await page.getByRole('button', { name: /^Gör en/ }).click()
      const address = await page.getByLabel('Din adress, som visas bara nu').inputValue()
      expect(await accessibilityBreaches(page)).toEqual([])
      const response = await fetch(address)
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
      expect(await response.text()).toContain('BEGIN:VEVENT')
      await page.getByRole('listitem').filter({ hasText: 'Avslutat' }).first().getByRole('link').click()
      await part(page, 'mail').getByText('Ingen e-post är inställd').waitFor()
      await close()
    })
  })
}
