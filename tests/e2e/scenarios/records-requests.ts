import { expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'

const WANTED = 'Hur många stölder som har anmälts vid Vattentrappan'

/** Requests for public records, from what is asked to the decision. */
export function recordsRequestScenarios(city: () => DemoPage): void {
  it('a count is prepared by the coordinator, tried against what is published, and decided by the registrar on a phone', async () => {
    const desk = await city().visit('/?page=requests', { as: 'coordinator', viewport: WIDE })
    try {
      const row = desk.page.getByRole('listitem').filter({ hasText: WANTED })
      await row.getByText('Lägg till en siffra').click()
      await row.getByLabel('Vilket område gäller det?').selectOption({ label: 'Ångvisselplan' })
      await row.getByLabel('Vems uppgifter?').selectOption({ label: 'Stadens egna rapporter' })
      await row.getByLabel('Slags händelser').selectOption({ label: 'Miljö' })
      await row.getByLabel('Från och med').fill('2026-01-01')
      await row.getByLabel('Till och med').fill('2026-06-30')
      await row.getByLabel('Antal').fill('2')
      await row.getByRole('button', { name: 'Spara' }).click()
      await row.getByRole('rowheader', { name: 'Ångvisselplan' }).waitFor()
      await row.getByRole('button', { name: 'Vad skulle siffrorna röja?' }).click()
      await row.getByText('Väg in det i sekretessprövningen').waitFor()
      await row.getByRole('button', { name: 'Beredd: lämna till beslut' }).click()
      await row.getByText('Beredd, väntar på beslut').waitFor()
      await row.getByText('Besluta', { exact: true }).click()
      await row.getByRole('button', { name: 'Besluta' }).click()
      await row.getByText('en annan beslutar än den som senast beredde').waitFor()
      expect(await accessibilityBreaches(desk.page)).toEqual([])
    } finally {
      await desk.close()
    }
    const phone = await city().visit('/?page=requests', { as: 'registrar', viewport: NARROW })
    try {
      const row = phone.page.getByRole('listitem').filter({ hasText: WANTED })
      await row.getByText('Besluta', { exact: true }).click()
      await row.getByRole('combobox').selectOption({ label: 'Lämna ut' })
      await row.getByText('innan siffrorna lämnas ut').waitFor()
      await row.getByRole('button', { name: 'Vad skulle siffrorna röja?' }).click()
      await row.getByText('Väg in det i sekretessprövningen').waitFor()
      await row.getByRole('button', { name: 'Besluta' }).click()
      await row.getByText('Utlämnad', { exact: true }).waitFor()
      expect(await accessibilityBreaches(phone.page)).toEqual([])
      expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
      expect(phone.complaints).toEqual([])
    } finally {
      await phone.close()
    }
  })
}
