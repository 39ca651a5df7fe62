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
  it('the reply to a referral survives a reload while somebody writes it, opens as a paper, and is filed', async () => {
    const { page, complaints, close } = await city().visit('/?page=papers', {
      as: 'coordinator',
      viewport: NARROW,
    })
    try {
      await page.getByLabel('Område').selectOption({ label: 'Bangårdslunden' })
      await page.getByText('Börja på ett ärende').click()
      const form = page.locator('form').filter({ hasText: 'Ärendets rubrik' })
      await form.getByLabel('Vad ska skrivas?').selectOption({ label: 'Svar på remiss' })
      await form.getByLabel('Ärendets rubrik').fill('Bänkar i parkerna')
      await form.getByLabel('Till vilken nämnd?').fill('Stadsdelsnämnden')
      await page.reload()
      await page.getByLabel('Område').selectOption({ label: 'Bangårdslunden' })
      await page.getByText('Börja på ett ärende').click()
      expect(await form.getByLabel('Ärendets rubrik').inputValue()).toBe('Bänkar i parkerna')
      await form.getByLabel('Vem har skickat remissen?').fill('Parknämnden')
      await form.getByLabel('Svar senast').fill('2026-01-15')
      expect(await accessibilityBreaches(page)).toEqual([])
      await form.getByRole('button', { name: 'Spara utkast' }).click()
      const row = page.getByRole('listitem').filter({ hasText: 'remiss från Parknämnden' })
      await row.getByText('Försenat').waitFor()
      await row.getByText('Skriv vidare').click()
      await row.getByLabel('Läge').selectOption({ label: 'Lämna in' })
      await row.getByRole('button', { name: 'Spara' }).click()
      await row.getByText('Inlämnat', { exact: true }).waitFor()
      await expect.poll(() => row.getByText('Skriv vidare').count()).toBe(0)
      await page.getByRole('link', { name: 'Öppna: Svar på remiss' }).click()
      await page.getByRole('heading', { level: 1, name: 'Svar på remiss: Bänkar i parkerna' }).waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('a consultation is noted on the page of the place, and waits for what comes of it', async () => {
    const { page, close } = await city().visit('/?page=situation', { as: 'coordinator', viewport: NARROW })
    try {
      await page.getByRole('combobox', { name: 'Plats' }).selectOption({ label: 'Kottparken' })
      await page.getByText('Anteckna ett samråd').click()
      const form = page.locator('form').filter({ hasText: 'Med vem?' })
      await form.getByLabel('Med vem?').fill('Funktionshinderrådet')
      await form.getByLabel('Vilken dag?').fill('2026-01-15')
      await form.getByLabel('Vad sades?').fill('Trösklarna är höga')
      expect(await accessibilityBreaches(page)).toEqual([])
      await form.getByRole('button', { name: 'Spara' }).click()
      const row = page.getByRole('listitem').filter({ hasText: 'Trösklarna är höga' })
      await row.getByText('Ska följas upp').waitFor()
      await row.getByText('Ändra').click()
      await row.getByLabel('Vad blev det?').fill('De slipas i mars')
      await row.getByRole('button', { name: 'Spara' }).click()
      await row.getByText('Uppföljt').waitFor()
    } finally {
      await close()
    }
  })
}
