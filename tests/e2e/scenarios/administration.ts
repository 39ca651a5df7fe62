import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { accessibilityBreaches, type OpenPage, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'

/** Opens the administrators' page as the demo's administrator. */
async function openAdministration(demo: DemoPage): Promise<OpenPage> {
  const opened = await demo.visit('/?page=sign-in', { viewport: WIDE })
  await opened.page.getByRole('button', { name: 'Logga in som Administratör' }).click()
  await opened.page.getByRole('heading', { name: 'Administration' }).waitFor()
  return opened
}

const secretOf = (page: Page) => page.getByRole('dialog').getByRole('textbox').inputValue()
const inDialog = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name })

/** People, organisations, keys and the audit log, as used by an administrator. */
export function administrationScenarios(city: () => DemoPage): void {
  it('lets an administrator invite a person, limit a partner, make and revoke a key, and read the audit log', async () => {
    const { page, complaints, close } = await openAdministration(city())
    try {
      await page.getByRole('button', { name: 'Bjud in en person' }).click()
      await page.getByLabel('Namn').fill('Eva Ek')
      await page.getByLabel('E-postadress').fill('eva.ek@exempelstad.example')
      expect(await accessibilityBreaches(page)).toEqual([])
      await inDialog(page, 'Skapa inbjudan').click()
      await page.getByRole('heading', { name: 'Engångslänk till Eva Ek' }).waitFor()
      expect(await secretOf(page)).toMatch(/#.*invitation/)
      await inDialog(page, 'Stäng').click()
      await page.getByRole('row', { name: /Eva Ek.*Inbjuden/ }).waitFor()

      await page.getByRole('button', { name: 'Bjud in en person' }).click()
      await page.getByLabel('Namn').fill('Eva Ek igen')
      await page.getByLabel('E-postadress').fill('eva.ek@exempelstad.example')
      await inDialog(page, 'Skapa inbjudan').click()
      await page.getByText('Det finns redan ett konto med den e-postadressen.').waitFor()
      expect(await page.getByLabel('Namn').inputValue()).toBe('Eva Ek igen')
      await inDialog(page, 'Avbryt').click()

      await page.getByRole('tab', { name: 'Personer' }).press('ArrowRight')
      await page.getByRole('button', { name: 'Lägg till en organisation' }).click()
      await page.getByLabel('Namn').fill('Handlarna')
      await page.getByRole('checkbox').first().check()
      await inDialog(page, 'Spara').click()
      await page.getByRole('row', { name: /Handlarna/ }).waitFor()

      await page.getByRole('tab', { name: 'Nycklar' }).click()
      await page.getByRole('button', { name: 'Skapa en nyckel' }).click()
      await page.getByLabel('Namn').fill('Mätare')
      await page.getByRole('checkbox', { name: 'läsa kartans lager' }).check()
      await inDialog(page, 'Skapa en nyckel').click()
      await page.getByRole('heading', { name: 'Nyckeln Mätare' }).waitFor()
      const token = await secretOf(page)
      await inDialog(page, 'Stäng').click()
      const status = () =>
        fetch(`${city().url}/api/layers`, { headers: { authorization: `Bearer ${token}` } }).then(
          (response) => response.status,
        )
      expect(await status()).toBe(200)
      await page.getByRole('button', { name: 'Återkalla Mätare' }).click()
      await inDialog(page, 'Återkalla').click()
      await page.getByRole('row', { name: /Mätare.*Återkallad/ }).waitFor()
      expect(await status()).toBe(401)
      expect(await page.content()).not.toContain(token.slice(12))

      await page.getByRole('tab', { name: 'Loggbok' }).click()
      await page.getByRole('row', { name: /Återkallade nyckel/ }).waitFor()
      await page.getByLabel('Slag').selectOption({ label: 'Inloggning' })
      await page.getByRole('row', { name: /Återkallade nyckel/ }).waitFor({ state: 'detached' })
      await page
        .getByRole('row', { name: /Inloggning/ })
        .first()
        .waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(complaints.filter((text) => !text.includes('409'))).toEqual([])
    } finally {
      await close()
    }
  })
}
