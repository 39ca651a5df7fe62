import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DEMO_LINK } from '../../../server/demo/observations.ts'
import { accessibilityBreaches, NARROW, WIDE } from '../../support/serving/browser.ts'
import type { DemoPage } from '../demo-page.ts'
import { part } from '../part.ts'

const ADDRESS = `/report#${DEMO_LINK.token}`
/** As WebPageTest has it: 400 kbit/s each way, 400 ms there and back. */
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }

/** Presses a button of the page and counts it. */
function presser(page: Page) {
  let presses = 0
  return {
    press: async (name: string) => {
      presses++
      await page.getByRole('button', { name, exact: true }).first().click()
    },
    point: async () => {
      presses++
      await part(page, 'place-map').click()
    },
    count: () => presses,
  }
}

/** What is seen: reported on a phone, worked through by the coordinator, told of to who reported. */
export function observationScenarios(city: () => DemoPage): void {
  it('a report is sent by two presses, by four with a point on the map, and nothing bars anybody', async () => {
    const { page, complaints, close } = await city().visit(ADDRESS, { viewport: NARROW })
    const { press, point, count } = presser(page)
    await page.getByRole('link', { name: '114 14' }).waitFor()
    await page.getByText('Det du skriver blir en allmän handling').waitFor()
    expect(await accessibilityBreaches(page)).toEqual([])
    await press('Buskörning')
    await press('Skicka')
    await page.getByRole('heading', { name: 'Tack! Rapporten är mottagen.' }).waitFor()
    expect(count()).toBe(2)
    expect(await accessibilityBreaches(page)).toEqual([])
    await press('Rapportera något mer')
    const before = count()
    await press('Nedskräpning')
    await press('Peka på kartan')
    await point()
    expect(await accessibilityBreaches(page)).toEqual([])
    await press('Skicka')
    await page.getByRole('heading', { name: 'Tack! Rapporten är mottagen.' }).waitFor()
    expect(count() - before).toBe(4)
    await page.getByRole('link', { name: 'Se vad som blir av den' }).click()
    await part(page, 'receipt-view').getByText('Mottagen').waitFor()
    expect(await accessibilityBreaches(page)).toEqual([])
    await page.getByRole('button', { name: 'English' }).click()
    await part(page, 'receipt-view').getByText('Received').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
    expect(complaints).toEqual([])
    await close()
  })

  it('a number of a person stops a text as it is typed, and a revoked link keeps what was typed', async () => {
    const coordinator = await city().visit('/?page=reports', { as: 'coordinator' })
    const { page: desk } = coordinator
    await desk.getByText('Gör en länk').click()
    await desk.getByLabel('Plats eller stadsdel').last().selectOption({ index: 1 })
    await desk.getByLabel('Var hänger den, eller vem har den?').fill('Anslagstavlan')
    await desk.getByRole('button', { name: 'Gör länken' }).click()
    await part(desk, 'poster').getByRole('img').waitFor()
    expect(await accessibilityBreaches(desk)).toEqual([])
    const url = await part(desk, 'poster').getByRole('textbox').inputValue()
    const { page, close } = await city().visit(new URL(url).pathname + new URL(url).hash, {
      viewport: NARROW,
    })
    await page.getByRole('button', { name: 'Skymd sikt' }).click()
    const text = page.getByLabel('Vill du skriva något? (frivilligt)')
    await text.fill('Ring 070-123 45 67')
    await page.getByText('”070-123 45 67” ser ut som ett telefonnummer.').waitFor()
    await page.getByRole('button', { name: 'Skicka' }).first().click()
    expect(await text.evaluate((field) => field === document.activeElement)).toBe(true)
    await text.fill('Häcken vid grinden')
    desk.on('dialog', (dialog) => void dialog.accept())
    await desk.getByRole('button', { name: 'Spärra Anslagstavlan' }).click()
    await desk.getByText('spärrad').waitFor()
    await page.getByRole('button', { name: 'Skicka' }).first().click()
    await part(page, 'waiting-report').getByText('Länken är spärrad av staden.').waitFor()
    await part(page, 'waiting-report').getByText('Häcken vid grinden').waitFor()
    await page.getByRole('button', { name: 'Ändra och skicka igen' }).click()
    expect(await text.inputValue()).toBe('Häcken vid grinden')
    await close()
    await coordinator.close()
  })

  it('the coordinator says what became of a report, and who reported reads it', async () => {
    const phone = await city().visit(ADDRESS, { viewport: NARROW })
    await phone.page.getByRole('button', { name: 'Tomt och ödsligt' }).click()
    await phone.page.getByLabel('Vill du skriva något? (frivilligt)').fill('Ingen vid kiosken')
    await phone.page.getByRole('button', { name: 'Skicka' }).last().click()
    await phone.page.getByRole('link', { name: 'Se vad som blir av den' }).click()
    for (const viewport of [WIDE, NARROW]) {
      const { page, complaints, close } = await city().visit('/?page=reports', {
        as: 'coordinator',
        viewport,
      })
      const group = part(page, 'queue-group').filter({ hasText: 'Ingen vid kiosken' })
      await group.getByText('Vad blev det?').first().click()
      expect(await accessibilityBreaches(page)).toEqual([])
      if (viewport === NARROW) {
        await group.getByLabel('Vad blev det?').selectOption('fixed')
        await group.getByLabel('I ord, till den som rapporterade').fill('Kiosken har öppet till 22')
        await group.getByRole('button', { name: 'Spara' }).click()
        await group.waitFor({ state: 'detached' })
      }
      expect(complaints).toEqual([])
      await close()
    }
    await phone.page.reload()
    await part(phone.page, 'receipt-view').getByText('Åtgärdad Kiosken har öppet till 22').waitFor()
    await phone.close()
  })

  it('a partner meets the picture of the week, without points or texts', async () => {
    const { page, close } = await city().visit('/?page=meetings', { as: 'partner', viewport: NARROW })
    await page.getByRole('main').getByRole('link').first().click()
    const week = part(page, 'week-picture')
    await week.getByText('Mörkt eller trasig belysning').waitFor()
    expect(await week.getByRole('link').count()).toBe(0)
    await close()
  })

  it('says its first words within 2 s on slow 3G, and a report is received within 30 s', async () => {
    const { page, close } = await city().visit('/favicon.svg', { viewport: NARROW })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_3G)
    await page.goto(city().url + ADDRESS)
    const firstWordsMs = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    )
    await page.getByRole('button', { name: 'Hot eller ofredande' }).click()
    await page.getByRole('button', { name: 'Skicka' }).first().click()
    await page.getByRole('heading', { name: 'Tack! Rapporten är mottagen.' }).waitFor()
    const receivedMs = await page.evaluate(() => performance.now())
    process.stdout.write(
      `slow 3G: first words ${Math.round(firstWordsMs)} ms, received ${Math.round(receivedMs)} ms after opening\n`,
    )
    expect(firstWordsMs).toBeLessThanOrEqual(2000)
    expect(receivedMs).toBeLessThanOrEqual(30_000)
    await close()
  })
}
