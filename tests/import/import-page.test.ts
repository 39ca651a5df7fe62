import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPage } from '../e2e/fresh-page.ts'
import { part } from '../e2e/part.ts'
import { squareArea } from '../support/cities/release-city.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
  WIDE,
} from '../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TYPES = ['Stöld', 'Skadegörelse', 'Misshandel', 'Rån']
const HEADER = 'Diarienr;Brottstyp;Datum;Klockslag;Longitud;Latitud;Plats'
const row = (at: number, day: string) =>
  [
    `K${1000 + at}`,
    TYPES[at % 4],
    day,
    `${at % 24}.15`,
    (18.06 + at / 10_000).toFixed(5).replace('.', ','),
    '59,33000',
    'Vid torget',
  ].join(';')
/** As Excel writes it in Swedish: semicolons, commas in decimals, Windows-1252. */
const csv = (rows: readonly string[]) => Buffer.from([HEADER, ...rows, ''].join('\r\n'), 'latin1')
const ROWS = Array.from({ length: 60 }, (_, at) => row(at, `${1 + (at % 28)}.5.2024`))

describe.skipIf(!hasBrowser())('the page where files of incidents are taken in', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    await freshPage(ROOT)
    server = await startTestServer({ srid: 3006, page: true })
    const { features } = server.storage.repositories
    await features.insert('areas', squareArea(0, 'study', [670_000, 6_576_000, 12_000, 12_000]))
    await server.engine.snapshots.refresh()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const open = (viewport: typeof WIDE | typeof NARROW) =>
    openPage(browser, `${server.url}/?page=imports`, { viewport })

  it('brings a file of a Swedish Excel to the map in eight interactions', async () => {
    const { page, complaints, close } = await open(WIDE)
    let interactions = 0
    const doing = async (step: Promise<unknown>) => {
      interactions += 1
      await step
    }
    try {
      await doing(
        page
          .getByLabel('Välj en fil')
          .setInputFiles({ name: 'Ärenden maj.csv', mimeType: 'text/csv', buffer: csv(ROWS) }),
      )
      await part(page, 'import-count').filter({ hasText: '60 av 60 rader skulle tas in.' }).waitFor()
      await page.getByRole('cell', { name: 'Skadegörelse' }).first().waitFor()
      await page.getByText('100 % av filens yta ligger inom staden.').waitFor()
      expect(await page.getByRole('button', { name: 'Ta in 60 händelser' }).isDisabled()).toBe(true)
      expect(await accessibilityBreaches(page)).toEqual([])
      await doing(page.getByLabel('Personuppgiftsansvarig').fill('Stadsdelsnämnden'))
      await doing(page.getByLabel('Rättslig grund').fill('Avtal'))
      await doing(page.getByLabel('Ändamål').fill('Lägesbild'))
      await doing(page.getByRole('button', { name: 'Ta in 60 händelser' }).click())
      await page.getByText('Klart. 60 togs in, 0 avvisades.').waitFor()
      await doing(page.getByRole('link', { name: 'Visa på kartan' }).click())
      await page.locator('[data-part=map]').waitFor()
      expect(interactions).toBeLessThanOrEqual(8)
      expect(server.engine.snapshots.status().incidents).toBe(60)
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('asks on a phone which day is meant, names rows that it cannot take, and undoes what it took', async () => {
    const { page, complaints, close } = await open(NARROW)
    try {
      const rows = Array.from({ length: 12 }, (_, at) => row(100 + at, `0${1 + (at % 9)}/05/2024`))
      const file = csv([...rows, row(200, 'i våras')])
      await page
        .getByLabel('Välj en fil')
        .setInputFiles({ name: 'Juni.csv', mimeType: 'text/csv', buffer: file })
      await page
        .getByRole('group', { name: /^Hur ska Datum/ })
        .getByRole('button')
        .first()
        .click()
      await part(page, 'import-count').filter({ hasText: '12 av 13' }).waitFor()
      await page.getByText(/Rader som inte går att ta in: 1:/).click()
      await page.getByText(/Rad 14, Datum/).waitFor()
      expect(await accessibilityBreaches(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
      await page.getByRole('button', { name: 'Ta in 12 händelser' }).click()
      await page.getByText('Klart. 12 togs in, 1 avvisades.').waitFor()
      page.on('dialog', (dialog) => void dialog.accept())
      await page.getByRole('button', { name: 'Ångra Juni.csv' }).click()
      await page.getByRole('row', { name: /Juni\.csv.*Ångrad/ }).waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('takes the positions from columns that a person chooses, where no guess finds them', async () => {
    const { page, complaints, close } = await open(WIDE)
    try {
      const rows = Array.from({ length: 20 }, (_, at) =>
        [`L${at}`, TYPES[at % 4], `${1 + at}.5.2024`, 6_579_710 + at, 153_699 + at].join(';'),
      )
      const file = Buffer.from(['Nr;Brottstyp;Datum;Ett;Två', ...rows, ''].join('\r\n'), 'latin1')
      await page
        .getByLabel('Välj en fil')
        .setInputFiles({ name: 'Namnlösa.csv', mimeType: 'text/csv', buffer: file })
      const choice = page.getByRole('form', { name: 'Vilka kolumner är platsen?' })
      await choice.getByLabel('Öst eller longitud').selectOption('Två')
      await choice.getByLabel('Nord eller latitud').selectOption('Ett')
      expect(await accessibilityBreaches(page)).toEqual([])
      await choice.getByRole('button', { name: 'Läs igen' }).click()
      await part(page, 'import-count').filter({ hasText: '20 av 20' }).waitFor()
      await page.getByText('100 % av filens yta ligger inom staden.').waitFor()
      expect(complaints).toEqual([])
    } finally {
      await close()
    }
  })

  it('offers to try again where the line was lost while a file was read', async () => {
    const { page, close } = await open(WIDE)
    try {
      await page.route('**/api/imports?preview=true', (route) => route.abort())
      await page
        .getByLabel('Välj en fil')
        .setInputFiles({ name: 'Igen.csv', mimeType: 'text/csv', buffer: csv(ROWS) })
      await part(page, 'failure').getByText('Servern svarar inte.', { exact: false }).waitFor()
      await page.unroute('**/api/imports?preview=true')
      await part(page, 'failure').getByRole('button', { name: 'Försök igen' }).click()
      await part(page, 'import-count').waitFor()
    } finally {
      await close()
    }
  })
})
