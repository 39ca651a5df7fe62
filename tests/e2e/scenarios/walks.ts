import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DEMO_ACCOUNTS } from '../../../server/demo/accounts.ts'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { createKillableBrowser } from '../killable-browser.ts'
import { type Fate, openLine } from '../line.ts'
import { part } from '../part.ts'

interface Items<T> {
  readonly items: readonly T[]
}
interface Walk {
  readonly id: number
  readonly state: string
}
interface Finding {
  readonly partOf: number
  readonly text: string | null
  readonly kind: string
  readonly repeats: number | null
}

const LIMIT_MS = 200_000
const FINDINGS = 8
/** Before or after the server has it, and after none or one that came through. */
const FATES: readonly (readonly Fate[])[] = [['lost'], ['answer-lost'], ['through', 'answer-lost']]

/** Signs in on a phone whose browser forgot its session when it was killed. */
async function signIn(page: Page): Promise<void> {
  const { email, password } = DEMO_ACCOUNTS.find(({ role }) => role === 'coordinator')!
  const status = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    return (await fetch('/api/session', { method: 'POST', headers, body })).status
  }, JSON.stringify({ email, password }))
  expect(status).toBe(200)
}

async function note(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Skymd sikt' }).click()
  await page.getByLabel('Vill ni skriva något? (frivilligt)').fill(text)
  await page.getByRole('button', { name: 'Anteckna' }).first().click()
  await page.getByRole('heading', { name: 'Vad ser ni?' }).waitFor()
}

/** A safety walk: its page, its answers, and the phone on which it is recorded. */
export function walkScenarios(city: () => DemoPage): void {
  const read = async <T>(path: string) =>
    ((await (await city().fetch(path, 'coordinator')).json()) as Items<T>).items
  const idOf = async (state: string) =>
    (await read<Walk>('/api/walks')).find((walk) => walk.state === state)!.id

  it('a walk shows what was found on map and table, and whoever answers says what becomes of it', async () => {
    for (const viewport of [WIDE, NARROW]) {
      const { page, complaints, close } = await city().visit(`/?walk=${await idOf('walked')}`, {
        as: 'partner',
        viewport,
      })
      await part(page, 'walk-map').waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      if (viewport === NARROW) {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
        const late = part(page, 'walk-finding').filter({ hasText: 'Buskaget vid cykelställen' })
        await late.getByText('Försenad').waitFor()
        await late.getByText('Svara', { exact: true }).click()
        const response = late.getByLabel('Vad händer, när?')
        await response.fill('Ring 070-123 45 67')
        await late.getByText('”070-123 45 67” ser ut som ett telefonnummer.').waitFor()
        await late.getByRole('button', { name: 'Spara' }).click()
        await response.fill('Klipps på måndag')
        await late.getByRole('button', { name: 'Spara' }).click()
        await late.getByText('Besvarad').waitFor()
        expect(await accessibilityBreaches(page)).toEqual([])
      }
      expect(complaints).toEqual([])
      await close()
    }
    const { page, close } = await city().visit('/?page=meetings', { as: 'coordinator' })
    await page.getByRole('listitem').filter({ hasText: 'Planerat' }).getByRole('link').click()
    await part(page, 'open-findings').getByText('Tomt och ödsligt').waitFor()
    expect(await part(page, 'open-findings').getByText('Buskaget').count()).toBe(0)
    await close()
  })

  it(`${FINDINGS} findings without a line, and a browser killed as it sends: each arrives once`, {
    timeout: LIMIT_MS,
  }, async () => {
    const id = await idOf('planned')
    const line = await openLine(city().url)
    const phone = await createKillableBrowser()
    const address = `${line.url}/walk#${id}`
    let page = await phone.start()
    await page.goto(address)
    await signIn(page)
    await page.reload()
    await page.evaluate(() => navigator.serviceWorker.ready)
    expect(await accessibilityBreaches(page)).toEqual([])
    await part(page, 'earlier-points').waitFor()
    line.cut(true)
    await page.reload()
    for (let k = 1; k < FINDINGS; k++) await note(page, `Punkt ${k}`)
    await part(page, 'earlier-points').getByRole('button', { name: 'Kvar' }).first().click()
    await page.getByText(`${FINDINGS} antecknade`).waitFor()
    for (const fates of FATES) {
      await phone.kill()
      line.cut(false)
      page = await phone.start()
      await page.goto(`${line.url}/favicon.svg`)
      await signIn(page)
      const lost = line.losing(fates)
      await page.goto(address)
      await lost
    }
    await phone.kill()
    page = await phone.start()
    await page.goto(`${line.url}/favicon.svg`)
    await signIn(page)
    await page.goto(address)
    await part(page, 'receipt')
      .nth(FINDINGS - 1)
      .waitFor({ state: 'attached', timeout: 60_000 })
    const found = (await read<Finding>('/api/walk-findings')).filter(({ partOf }) => partOf === id)
    const texts = found.flatMap(({ text }) => text ?? []).toSorted()
    expect(texts).toEqual(Array.from({ length: FINDINGS - 1 }, (_, k) => `Punkt ${k + 1}`))
    expect(found.filter(({ repeats }) => repeats !== null)).toHaveLength(1)
    expect(found).toHaveLength(FINDINGS)
    await phone.close()
    await line.close()
  })
}
