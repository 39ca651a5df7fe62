import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import {
  accessibilityBreaches,
  hasBrowser,
  NARROW,
  openBrowser,
  openPage,
  WIDE,
} from '../support/serving/browser.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CLOCK = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
const DECISION = { name: 'Stadsdelsnämnden', decidedOn: '2026-05-20', section: 14 }
const PERIOD = { periodFrom: '2026-03-01', periodTo: '2026-05-31' }

describe.each(databasesUnderTest)('from an empty place to its agreed action plan, on $kind', (database) => {
  let server: TestServer
  let browser: Browser | null = null
  let coordinator: Call
  let place = 0
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: CLOCK })
    browser = hasBrowser() ? await openBrowser() : null
    const square = squareArea(0, 'place', [X, Y, 400, 400])
    place = (await server.storage.repositories.features.insert('areas', square)).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  const asParty = async (name: string): Promise<Call> => {
    const { people } = server.storage.repositories
    const known = (await people.organisations()).find((organisation) => organisation.name === name)
    const { id } = known ?? (await people.insertOrganisation({ name, placeIds: [place] }))
    await people.update((await server.people.of('partner')).accountId, { organisationId: id })
    server.people.renew('partner')
    return server.as('partner')
  }
  const add = async (by: Call, path: string, body: object): Promise<Json> => {
    const response = await by('POST', `/api/${path}`, { body: { areaId: place, ...body } })
    expect([path, response.status, response.body.detail]).toEqual([path, 201, undefined])
    return response.body
  }
  const change = async (by: Call, path: string, { id, revision }: Json, body: object): Promise<Json> => {
    const headers = { 'if-match': `"${revision}"` }
    const response = await by('PATCH', `/api/${path}/${id}`, { body, headers })
    expect([path, response.status, response.body.detail]).toEqual([path, 200, undefined])
    return response.body
  }

  /** The round, each step by whoever takes it: a coordinator and two parties. */
  async function workThrough(): Promise<void> {
    const joint = { ...PERIOD, form: 'joint', problems: 'Mörkt i gången', needs: 'Ljus' }
    const picture = await add(coordinator, 'situation-pictures', joint)
    const traders = await asParty('Handlarna')
    await add(traders, 'picture-lines', { partOf: picture.id, heading: 'needs', text: 'Öppet till nio' })
    const draft = { ...PERIOD, form: 'party', state: 'draft', problems: 'Väskor försvinner vid trappan' }
    const own = await add(traders, 'situation-pictures', draft)
    const owners = await asParty('Fastighetsägarna')
    expect((await owners('GET', `/api/situation-pictures?area=${place}`)).body.items).toHaveLength(1)
    await add(owners, 'picture-lines', { partOf: picture.id })
    await change(await asParty('Handlarna'), 'situation-pictures', own, { state: 'handed-in' })
    await change(coordinator, 'situation-pictures', picture, { state: 'agreed' })
    const problem = await add(coordinator, 'problems', {
      title: 'Mörk gång',
      subject: 'property',
      priority: true,
    })
    const cause = await add(coordinator, 'causes', { partOf: problem.id, why: 'Lampor', causeKind: 'upkeep' })
    const pointer = { kind: 'document', address: 'dnr 2026/12' }
    await add(await asParty('Fastighetsägarna'), 'evidence', { partOf: cause.id, pointer })
    const goal = await add(coordinator, 'goals', {
      partOf: problem.id,
      what: 'Belysning utbytt',
      indicatorKind: 'process',
      indicator: '14 stolpar',
      dueOn: '2026-12-31',
    })
    const chain = { causeIds: [cause.id], goalIds: [goal.id], partOf: problem.id }
    const measure = await add(coordinator, 'measures', {
      ...chain,
      title: 'Ljus i gången',
      type: 'lighting',
      owner: 'Fastighetsägarna',
      beginsOn: '2026-06-15',
    })
    await change(coordinator, 'measures', measure, { state: 'decided', decision: DECISION })
    await add(coordinator, 'consultations', {
      who: 'Pensionärsrådet',
      heldOn: '2026-05-12',
      said: 'Bra ljus',
      outcome: 'Ljuset mäts',
    })
    const parties = ['Stadsdelsnämnden', 'Handlarna', 'Fastighetsägarna']
    const term = { beginsOn: '2026-06-01', endsOn: '2027-12-31', state: 'decided', decision: DECISION }
    await add(coordinator, 'agreements', { ...term, parties })
    const promised = { what: 'Håll dörren upplyst', who: 'Handlarna', dueOn: '2026-06-10' }
    await add(await asParty('Handlarna'), 'commitments', promised)
  }

  it('each writes their part, and the plan is a paper in both languages that anybody can read', async () => {
    const before = (await coordinator('GET', `/api/papers/action-plan?area=${place}`)).body
    expect(before.missing.length).toBeGreaterThan(0)
    await workThrough()
    for (const [language, title, viewport] of [
      ['sv', /^Åtgärdsplan/, WIDE],
      ['en', /^Action plan/, NARROW],
    ] as const) {
      const { body } = await coordinator('GET', `/api/papers/action-plan?area=${place}&lang=${language}`)
      expect(body.title).toMatch(title)
      const whole = JSON.stringify(body)
      for (const text of [
        'Mörk gång',
        'Belysning utbytt',
        'Ljus i gången',
        'Håll dörren upplyst',
        'Pensionärsrådet',
      ])
        expect(whole).toContain(text)
      expect(body.missing).toEqual([])
      const picture = await coordinator('GET', `/api/papers/situation-picture?area=${place}&lang=${language}`)
      for (const text of ['Mörkt i gången', 'Väskor försvinner vid trappan', 'Lampor', 'dnr 2026/12'])
        expect(JSON.stringify(picture.body)).toContain(text)
      if (browser === null) continue
      const { name, value } = cookieOf(await server.people.credentials('coordinator'))
      const url = `${server.url}/papers/action-plan?area=${place}&lang=${language}`
      const { page, close } = await openPage(browser, url, {
        viewport,
        before: (context) => context.addCookies([{ name, value, url: server.url }]),
      })
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      expect(await page.getAttribute('html', 'lang')).toBe(language)
      expect(await accessibilityBreaches(page)).toEqual([])
      await close()
    }
  })
})

function cookieOf({ cookie }: { readonly cookie?: string }): {
  readonly name: string
  readonly value: string
} {
  const [name = '', value = ''] = cookie!.split(';')[0]!.split('=')
  return { name, value }
}
