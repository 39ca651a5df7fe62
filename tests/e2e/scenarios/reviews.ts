import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { accessibilityBreaches, NARROW } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

/** Opens a review of one of the demo's proposals as its planner and gives the address of its workspace. */
async function openedFromPanel(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: title }).click()
  await page.getByRole('button', { name: 'Öppna granskning av förslaget' }).click()
  await part(page, 'stepper').waitFor()
}

const current = (page: Page) => part(page, 'stepper').locator('[aria-current=step] strong').innerText()

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter')
}

export function reviewScenarios(city: () => DemoPage): void {
  describe('a review', () => {
    it('is found from its proposal, decided, with its public document', async () => {
      const { page, complaints, close } = await city().open('/?panel=proposal', { as: 'planner' })
      const reviews = page.getByRole('list', { name: 'Granskningar av Nytt resecentrum vid Ångvisselplan' })
      await reviews.getByRole('link', { name: /^Beslutad/ }).click()
      await part(page, 'stepper').waitFor()
      expect(await current(page)).toBe('Beslutad')
      expect(await part(page, 'decided').innerText()).toContain('Tillstyrks med villkor')
      const evidence = part(page, 'evidence')
      await evidence.waitFor({ state: 'attached' })
      expect(await evidence.isVisible()).toBe(false)
      const address = await page
        .getByRole('link', { name: 'Öppna det offentliga underlaget' })
        .getAttribute('href')
      const document = await (await city().fetch(address!, 'planner')).text()
      for (const said of ['avrundade till närmaste femtal', 'Hela staden', 'på platsen', 'omkring', '<svg'])
        expect(document).toContain(said)
      await page.getByText('Visa underlaget').click()
      expect(await evidence.isVisible()).toBe(true)
      expect(complaints).toEqual([])
      await close()
    })

    it('goes from draft to decision by keyboard, with missing fields marked in place', async () => {
      const { page, complaints, close } = await city().open('/?panel=proposal', { as: 'planner' })
      await openedFromPanel(page, 'Förskola vid Loggbokvägen')
      await part(page, 'finding').first().waitFor()
      await fillChecklist(page)
      await press(page, 'Lämna till granskning')
      await page.getByText('Underlaget låses av en samordnare eller analytiker').waitFor()
      await lockedByCoordinator(city(), page.url())
      await page.reload()
      await press(page, 'Gå till vägning utan samråd')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('without-consultation')
      await press(page, 'Börja samrådet')
      await page.getByLabel('Varför ingen har tillfrågats').fill('Behövs inte.')
      await press(page, 'Gå till vägning')
      await part(page, 'next-step').locator('[aria-invalid=true]').waitFor()
      await press(page, 'Skriv upp en part')
      await page.getByLabel('Part', { exact: true }).fill('Lokalpolisområdet')
      await page.getByLabel('Tillfrågades').fill('2026-10-01')
      await press(page, 'Lägg till')
      await page.getByText('väntar på svar').waitFor()
      await press(page, 'Gå till vägning')
      await press(page, 'Skriv in svar från Lokalpolisområdet')
      await page.getByLabel('Svarade').fill('2026-10-20')
      await page.getByLabel('Svaret i korthet').fill('Inget att invända.')
      await press(page, 'Spara svaret')
      await page.getByText('Svarade 20 okt. 2026').waitFor()
      await expect.poll(() => page.getByRole('button', { name: 'Ta ställning' }).isDisabled()).toBe(true)
      await page.getByRole('link', { name: 'Buller saknas' }).press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('tradeOffs.noise')
      await fillWeighing(page)
      const release = await holdWeighing(page)
      await press(page, 'Spara vägningen')
      await page.getByLabel('Avstyrks').check()
      await page.getByRole('link', { name: 'Motivering saknas' }).waitFor()
      await page.getByLabel('Tillstyrks', { exact: true }).check()
      await press(page, 'Ta ställning')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Ta ställning')
      release()
      await page.getByLabel('Vad blev det?').waitFor()
      await expect.poll(() => current(page)).toBe('Beslutad')
      expect(complaints).toEqual([])
      await close()
    })

    it('keeps unsaved text when somebody else changes the review', async () => {
      const { page, close } = await city().open('/?panel=proposal', { as: 'analyst' })
      await openedFromPanel(page, 'Bostäder och kajpromenad på Södra Tjärkajen')
      await page.getByLabel('Barn', { exact: true }).fill('Lekplatsen nås utan att korsa gata.')
      const id = new URL(page.url()).searchParams.get('review')
      await page.evaluate(async (review) => {
        const headers = { 'content-type': 'application/json', 'if-match': '"1"' }
        const body = JSON.stringify({ to: 'screening', note: null, decision: null })
        await fetch(`/api/reviews/${review}/state`, { method: 'POST', headers, body })
      }, id)
      await press(page, 'Spara vägningen')
      await page.getByText('Någon har ändrat granskningen').waitFor()
      await press(page, 'Läs om')
      await page.getByText('Underlaget låses av en samordnare eller analytiker').waitFor()
      expect(await page.getByLabel('Barn', { exact: true }).inputValue()).toBe(
        'Lekplatsen nås utan att korsa gata.',
      )
      await press(page, 'Spara vägningen')
      await page.getByText('Sparat.').waitFor()
      await close()
    })

    it('is read-only for a planner who did not open it', async () => {
      const list = (await (await city().fetch('/api/reviews', 'coordinator')).json()) as {
        readonly items: readonly { readonly id: number }[]
      }
      const { page, close } = await city().visit(`/?review=${list.items.at(-1)!.id}`, { as: 'coordinator' })
      await part(page, 'stepper').waitFor()
      expect(await part(page, 'next-step').innerText()).toContain('Du kan läsa men inte ändra')
      expect(await page.getByRole('button', { name: 'Spara uppföljningen' }).count()).toBe(0)
      await page.getByText('Dra tillbaka').first().click()
      expect(await page.getByLabel('Varför den dras tillbaka').isVisible()).toBe(true)
      await close()
    })

    it.each([
      ['Swedish', '/?review=1'],
      ['English', '/?review=1&lang=en'],
    ])('fits a phone, without violations of WCAG 2.1 AA, in %s', async (_, path) => {
      const { page, complaints, close } = await city().visit(path, { as: 'planner', viewport: NARROW })
      await part(page, 'stepper').waitFor()
      await expect
        .poll(() => page.title())
        .toMatch(/^Nytt resecentrum vid Ångvisselplan – (Granskning|Review) 1 – Lägesbild$/)
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(await sidewaysScroll(page)).toBe(0)
      for (const face of ['document', 'preview', 'annex']) {
        await page.goto(`${city().url}/reviews/1?face=${face}&lang=${path.endsWith('en') ? 'en' : 'sv'}`)
        expect(await accessibilityBreaches(page)).toEqual([])
        expect(await sidewaysScroll(page)).toBe(0)
      }
      expect(complaints).toEqual([])
      await close()
    })
  })
}

/** Responds to a question of the checklist with text and what it rests on, by keyboard. */
async function fillChecklist(page: Page): Promise<void> {
  await page.getByText('Belysning', { exact: false }).and(page.locator('summary')).press('Enter')
  const question = part(page, 'checklist-question').filter({ hasText: 'jämnt belysta' })
  await question.getByLabel('Delvis').press(' ')
  await question.getByLabel('Kommentar (valfri)').fill('Gångtunneln är mörk.')
  await question.getByLabel('Lägg till något som svaret vilar på').selectOption({ index: 1 })
  await question.getByText('Iakttagelse i underlaget: ').waitFor()
  await press(page, 'Spara checklistan')
  await page.getByText('Sparat.').waitFor()
}

/** The coordinator finds another person's review and locks it. */
async function lockedByCoordinator(city: DemoPage, address: string): Promise<void> {
  const { pathname, search } = new URL(address)
  const { page, complaints, close } = await city.visit(pathname + search, { as: 'coordinator' })
  const caseNumber = page.getByLabel('Ärendenummer (dnr)')
  expect(await caseNumber.inputValue()).toBe('Dnr EXS 2026-00932')
  const contents = await part(page, 'document-contents').innerText()
  expect(contents).toContain('Publicerade siffror för statistikområdena')
  expect(contents).toContain('Begärs den ut prövar staden sekretessen')
  await caseNumber.fill('')
  await press(page, 'Lås underlaget')
  await page.getByText('Skriv ärendets nummer i stadens diarium.').waitFor()
  await expect.poll(() => caseNumber.evaluate((field) => field === document.activeElement)).toBe(true)
  await caseNumber.fill('Dnr EXS 2026-00932')
  await page.getByLabel('Myndighet (nämnd)').fill('Trygghetsnämnden')
  await press(page, 'Lås underlaget')
  await press(page, 'Ja, lås underlaget')
  await expect.poll(() => current(page)).toBe('Underlag låst')
  expect(complaints).toEqual([])
  await close()
}

async function fillWeighing(page: Page): Promise<void> {
  for (const tradeOff of await part(page, 'trade-off').all()) {
    await tradeOff.getByLabel('Bättre').check()
    await tradeOff.getByRole('textbox').fill('Tydligare stråk och fler ögon på platsen.')
  }
  await page.getByLabel('Inte relevant här: Hbtq').press(' ')
  for (const perspective of await part(page, 'perspectives').locator('textarea:enabled').all())
    await perspective.fill('En anteckning om perspektivet.')
}

/** Holds the request that saves the weighing until released, like a slow server. */
async function holdWeighing(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/weighing', async (route) => {
    await held
    await route.continue()
  })
  return release
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
