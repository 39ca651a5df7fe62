import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DEMO_LINK } from '../../../server/demo/observations.ts'
import type { DemoPage } from '../demo-page.ts'
import { createKillableBrowser } from '../killable-browser.ts'
import { type Fate, openLine } from '../line.ts'
import { part } from '../part.ts'

const REPORTS = 50
const KILLS = 20
const LIMIT_MS = 400_000

interface QueueResponse {
  readonly groups: readonly (readonly { readonly text: string | null }[])[]
}

/** What is killed in the middle: a report that gets lost, or one whose answer does, after none or one that came through. */
const fatesOf = (kill: number): readonly Fate[] => [
  ...(kill % 4 < 2 ? (['through'] as const) : []),
  kill % 2 === 0 ? 'lost' : 'answer-lost',
]

async function report(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Buskörning' }).click()
  await page.getByLabel('Vill du skriva något? (frivilligt)').fill(text)
  await page.getByRole('button', { name: 'Skicka' }).first().click()
  await page.getByRole('button', { name: 'Rapportera något mer' }).click()
}

/** A phone without a line, and one that dies again and again while it sends. */
export function lostLineScenarios(city: () => DemoPage): void {
  it(`${REPORTS} reports without a line, and a browser killed ${KILLS} times as it sends: each arrives once`, {
    timeout: LIMIT_MS,
  }, async () => {
    const line = await openLine(city().url)
    const phone = await createKillableBrowser()
    const address = `${line.url}/report#${DEMO_LINK.token}`
    let page = await phone.start()
    await page.goto(address)
    await page.evaluate(() => navigator.serviceWorker.ready)
    line.cut(true)
    await page.reload()
    for (let k = 1; k <= REPORTS; k++) await report(page, `Rapport ${k} av ${REPORTS}`)
    await part(page, 'waiting-report')
      .nth(REPORTS - 1)
      .waitFor()

    for (let kill = 0; kill < KILLS; kill++) {
      await phone.kill()
      line.cut(false)
      const lost = line.losing(fatesOf(kill))
      page = await phone.start()
      await page.goto(address)
      await lost
    }
    await phone.kill()
    page = await phone.start()
    await page.goto(address)
    await part(page, 'receipt')
      .nth(REPORTS - 1)
      .waitFor({ timeout: 60_000 })
    expect(await part(page, 'waiting-report').count()).toBe(0)

    const { groups } = (await (
      await city().fetch('/api/observations', 'coordinator')
    ).json()) as QueueResponse
    const texts = groups.flat().flatMap(({ text }) => (text?.startsWith('Rapport ') === true ? [text] : []))
    const expected = Array.from({ length: REPORTS }, (_, k) => `Rapport ${k + 1} av ${REPORTS}`)
    expect(texts.toSorted()).toEqual(expected.toSorted())
    await phone.close()
    await line.close()
  })
}
