import { expect, it } from 'vitest'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'

/** The papers that are made from the work round a place. */
export function papersScenarios(city: () => DemoPage): void {
  it('the page of papers names what a plan lacks, opens it as a page and gives it as a Word file', async () => {
    const { page, complaints, close } = await city().visit('/?page=papers', {
      as: 'coordinator',
      viewport: NARROW,
    })
    try {
      await page.getByLabel('Område').selectOption({ label: 'Bangårdslunden' })
      const card = page.getByRole('listitem').filter({ hasText: 'Åtgärdsplan' })
      await card.getByText('En sak saknas').waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        card.getByRole('link', { name: 'Hämta som Word: Åtgärdsplan' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/^action-plan-\d+\.docx$/)
      await card.getByRole('link', { name: 'Öppna: Åtgärdsplan' }).click()
      await page.getByRole('heading', { level: 1, name: 'Åtgärdsplan för Bangårdslunden' }).waitFor()
      await page.getByRole('row', { name: /^Ny belysning i gångtunneln/ }).waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('a board’s report is kept as a draft while somebody writes it, and no longer changes when it is filed', async () => {
    const { page, close } = await city().visit('/?page=papers', { as: 'coordinator', viewport: WIDE })
    try {
      await page.getByLabel('Område').selectOption({ label: 'Bangårdslunden' })
      await page.getByText('Skriv underlag till en uppföljningsdag').click()
      const form = page.locator('form').filter({ hasText: 'Läget för varje mål' })
      await form.getByLabel('Nämnd').fill('Trafiknämnden')
      await form.getByRole('button', { name: 'Spara utkast' }).click()
      await form.getByText('Sparat.').waitFor()
      for (const status of await form.getByRole('combobox', { name: 'Läge' }).all())
        await status.selectOption({ label: 'Enligt plan' })
      await form.getByRole('button', { name: 'Lämna in' }).click()
      const card = page.getByRole('listitem').filter({ hasText: 'Underlag till verksamhetsplan' })
      await card
        .getByRole('combobox')
        .locator('option', { hasText: 'Trafiknämnden' })
        .waitFor({ state: 'attached' })
      await expect.poll(() => card.getByRole('combobox').innerText()).not.toContain('utkast')
    } finally {
      await close()
    }
  })
}
