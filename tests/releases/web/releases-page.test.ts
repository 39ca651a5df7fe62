import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshPage } from '../../e2e/fresh-page.ts'
import { part } from '../../e2e/part.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
  WIDE,
} from '../../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** A day on which the first quarter of 2026 is closed and the fourth is not. */
const CLOCK = { nowMs: () => Date.parse('2026-11-22T12:00:00Z') + performance.now() }
const MAX_INTERACTIONS = 6
/** Computing a release takes seconds, and minutes on a busy machine. */
const COMPUTED = { timeout: 180_000 } as const

describe.skipIf(!hasBrowser())('the page where figures are published', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    await freshPage(ROOT)
    server = await startTestServer({ demoIncidents: 6000, page: true, clock: CLOCK, signIn: null })
    await server.engine.publishing.watch()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const openAs = async (
    role: 'coordinator' | 'analyst' | 'planner',
    viewport: typeof WIDE | typeof NARROW,
    fragment = '',
  ) => {
    const { cookie } = await server.people.credentials(role)
    const [name = '', value = ''] = cookie.split('=')
    return openPage(browser, `${server.url}/?page=releases${fragment}`, {
      viewport,
      before: (context) => context.addCookies([{ name, value, url: server.url }]),
    })
  }
  const counted = () => {
    let interactions = 0
    return {
      doing: async (step: Promise<unknown>) => {
        interactions += 1
        await step
      },
      count: () => interactions,
    }
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const publicStatus = async (key: string) =>
    (await fetch(`${server.url}/public/releases/${key}/manifest.json`)).status

  it('takes a release from what is due to what everybody reads in six interactions a person', async () => {
    const first = counted()
    const coordinator = await openAs('coordinator', WIDE)
    await coordinator.page.getByText('Två personer behövs').waitFor()
    await first.doing(coordinator.page.getByLabel('Vad ska redovisas?').selectOption('2025'))
    await first.doing(button(coordinator.page, 'Förbered').click())
    await coordinator.page.getByText(/^Räknar, skyddar och prövar/).waitFor()
    await coordinator.page.getByRole('heading', { name: '2025' }).waitFor(COMPUTED)
    await coordinator.page.getByText('Du har förberett den här.').waitFor()
    expect(await button(coordinator.page, 'Godkänn').count()).toBe(0)
    expect(await accessibilityBreaches(coordinator.page)).toEqual([])
    const link = await coordinator.page.getByText(/\/\?page=releases#release-\d+$/).innerText()
    await coordinator.close()

    const second = counted()
    const analyst = await openAs('analyst', WIDE, new URL(link).hash)
    const hidden = part(analyst.page, 'hidden-figures')
    await hidden.getByText('Inget dolt tal går att räkna fram.').waitFor()
    expect(await publicStatus('2025')).toBe(404)
    await second.doing(button(analyst.page, 'Godkänn').click())
    await second.doing(button(analyst.page, 'Publicera').click())
    await analyst.page.getByText(/Publicerad av Test analyst/).waitFor(COMPUTED)
    expect(await publicStatus('2025')).toBe(200)
    expect(await accessibilityBreaches(analyst.page)).toEqual([])
    expect([first.count(), second.count()].every((count) => count <= MAX_INTERACTIONS)).toBe(true)
    expect([...coordinator.complaints, ...analyst.complaints]).toEqual([])
    await analyst.close()
  }, 400_000)

  it('shows before approval each figure as it would be read, and counts the hidden ones by reason', async () => {
    const { page, close } = await openAs('analyst', WIDE)
    await page.getByRole('link', { name: 'Öppna 2025' }).click()
    const call = await server.as('analyst')
    const [{ id }] = (await call('GET', '/api/releases')).body.items
    const { contents, attack } = (await call('GET', `/api/releases/${id}`)).body
    const counts = [...contents.areaFigures, ...(contents.statistical?.figures ?? []), ...contents.city].map(
      ({ count }: { readonly count: number | string }) => count,
    )
    const rowOf = (reason: RegExp) => part(page, 'hidden-figures').getByRole('row', { name: reason })
    for (const [reason, value] of [
      [/^Färre än 5/, 'few'],
      [/^Visas inte, för/, 'withheld'],
      [/^Kan inte jämföras/, 'not-covered'],
    ] as const) {
      const cell = await rowOf(reason).getByRole('cell').innerText()
      expect([value, Number(cell.replaceAll(/\D/g, ''))]).toEqual([
        value,
        counts.filter((count: number | string) => count === value).length,
      ])
    }
    await part(page, 'hidden-figures')
      .getByText(new RegExp(`^${attack.hidden} dolda tal prövades`))
      .waitFor()
    const table = page.getByRole('region', { name: 'Områden', exact: true })
    expect(await table.getByRole('row').count()).toBe(contents.areas.length + 1)
    expect(await table.locator('td[data-hidden=few]').count()).toBe(
      contents.areaFigures.filter(({ count }: { readonly count: unknown }) => count === 'few').length,
    )
    await close()
  })

  it('is worked on a phone: discards what was prepared, withdraws with a reason, and says so', async () => {
    const { page, complaints, close } = await openAs('analyst', NARROW)
    await page.getByLabel('Vad ska redovisas?').selectOption('2026-Q1')
    await button(page, 'Förbered').click()
    await page.getByRole('heading', { name: 'januari–mars 2026' }).waitFor(COMPUTED)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
    expect(await accessibilityBreaches(page)).toEqual([])
    await button(page, 'Kassera').click()
    await page.getByText('Kasserad').first().waitFor()
    await page.getByRole('link', { name: 'Till listan' }).click()
    expect(await page.getByLabel('Vad ska redovisas?').getByText('januari–mars 2026').count()).toBe(1)
    await page.getByRole('link', { name: 'Öppna 2025' }).click()
    await page.getByText('Återkalla det publicerade').click()
    await page.getByLabel(/^Skäl/).fill('Fel i källan')
    await button(page, 'Återkalla').click()
    await page.getByText(/Återkallad av Test analyst.*Skäl: Fel i källan/).waitFor()
    expect(await publicStatus('2025')).toBe(410)
    expect(complaints).toEqual([])
    await close()
  }, 400_000)

  it('says in plain words that a colleague was quicker, and shows how it stands then', async () => {
    const coordinator = await server.as('coordinator')
    const { id } = (await coordinator('POST', '/api/releases', { body: { period: '2025-Q4' } })).body.items[0]
    const { page, close } = await openAs('analyst', WIDE, `#release-${id}`)
    await button(page, 'Godkänn').waitFor()
    await coordinator('DELETE', `/api/releases/${id}`)
    await button(page, 'Godkänn').click()
    await page.getByRole('alert').getByText('Läget har ändrats under tiden.').waitFor()
    await page.getByText(/^Kasserad/).waitFor()
    await close()
  })

  it('is not for planners, whose menu has no entry for it', async () => {
    const { page, close } = await openAs('planner', WIDE)
    await part(page, 'workspace').waitFor()
    expect(await page.getByRole('heading', { name: 'Publicera siffror' }).count()).toBe(0)
    await close()
  })
})
