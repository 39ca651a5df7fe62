import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const PAST = '2020-03-05'

describe.each(databasesUnderTest)('safety walks on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let partner: Call
  let own = 0
  let foreign = 0
  let inside: { lon: number; lat: number }
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006 })
    const { features, people } = server.storage.repositories
    const insert = async (x: number) =>
      (await features.insert('areas', squareArea(0, 'place', [X + x, Y, 400, 400]))).id
    own = await insert(0)
    foreign = await insert(1000)
    await server.engine.snapshots.refresh()
    const [lon, lat] = server.storage.projection.toWgs84(X + 200, Y + 200)
    inside = { lon, lat }
    const organisation = await people.insertOrganisation({ name: 'Handlarna', placeIds: [own] })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    server.people.renew('partner')
    coordinator = await server.as('coordinator')
    partner = await server.as('partner')
  })
  afterAll(() => server?.close())

  const walk = async (more: object = {}) =>
    coordinator('POST', '/api/walks', { body: { areaId: own, dueOn: PAST, ...more } })
  const find = async (partOf: number, more: object = {}, as = coordinator) =>
    as('POST', '/api/walk-findings', { body: { areaId: own, partOf, kind: 'darkness', ...more } })

  it('are of a day, with hour, light, groups by number and a route in the place', async () => {
    const groups = [{ group: 'Boende', count: 7 }]
    const stored = await walk({ hour: '18:30', light: 'dark', groups, route: [inside] })
    expect(stored.body).toMatchObject({ dueOn: PAST, hour: '18:30', light: 'dark', groups, route: [inside] })
    const refusals = [{ dueOn: null }, { route: [{ lon: 0, lat: 0 }] }, { repeats: 999_999 }]
    for (const refused of refusals) {
      const { status, body } = await walk(refused)
      expect([status, body.problems[0].field]).toEqual([409, Object.keys(refused)[0]])
    }
    expect((await walk({ hour: '25:00' })).status).toBe(400)
  })

  it('store a repeated finding once, and refuse the id of its request for another place', async () => {
    const { id } = (await walk()).body
    const sentId = 'a'.repeat(32)
    const [first, again] = await Promise.all([find(id, { sentId }), find(id, { sentId })])
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.id).toBe(first.body.id)
    const { items } = (await coordinator('GET', `/api/walk-findings?area=${own}`)).body
    expect(items.filter((item: { partOf: number }) => item.partOf === id)).toHaveLength(1)
    const elsewhere = await coordinator('POST', '/api/walks', {
      body: { areaId: foreign, dueOn: PAST, sentId },
    })
    expect([elsewhere.status, elsewhere.body.problems[0].field]).toEqual([409, 'sentId'])
  })

  it('have findings that are overdue without a response after 30 days, except for what works well', async () => {
    const { id } = (await walk()).body
    const dark = await find(id, { position: inside, text: 'Lampan vid bänken', who: 'Trafikkontoret' })
    expect(dark.body).toMatchObject({ state: 'open', dueOn: '2020-04-04', late: true })
    expect((await find(id, { kind: 'works-well' })).body).toMatchObject({ dueOn: null, late: false })
    const answered = await partner('PATCH', `/api/walk-findings/${dark.body.id}`, {
      body: { response: 'Byts på måndag' },
      headers: { 'if-match': '"1"' },
    })
    expect(answered.body).toMatchObject({ state: 'answered', late: false, response: 'Byts på måndag' })
    const { items } = (await coordinator('GET', `/api/walk-findings/${dark.body.id}/history`)).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['open', 'answered'])
    const nothing = await find(id, { state: 'answered' })
    expect([nothing.status, nothing.body.problems[0].field]).toEqual([409, 'response'])
  })

  it('hide the findings of a walk for authorities from partners', async () => {
    const { id } = (await walk({ audience: 'authorities' })).body
    const finding = (await find(id)).body
    expect(finding.audience).toBe('authorities')
    const { items } = (await partner('GET', '/api/walk-findings')).body
    expect(items.map((item: { id: number }) => item.id)).not.toContain(finding.id)
    const guessed = await find(id, {}, partner)
    expect([guessed.status, guessed.body.problems[0].field]).toEqual([409, 'partOf'])
  })

  it('repeat the points of an earlier walk of the same place', async () => {
    const first = (await walk()).body
    const point = (await find(first.id, { position: inside })).body
    const second = (await walk({ dueOn: '2020-09-05', repeats: first.id })).body
    const again = await find(second.id, { kind: 'works-well', position: inside, repeats: point.id })
    expect(again.body).toMatchObject({ partOf: second.id, repeats: point.id, kind: 'works-well' })
    const itself = await coordinator('PATCH', `/api/walks/${second.id}`, {
      body: { repeats: second.id },
      headers: { 'if-match': '"1"' },
    })
    expect([itself.status, itself.body.problems[0].field]).toEqual([409, 'repeats'])
  })

  it('refuse data on persons in a finding, and name the field', async () => {
    const { id } = (await walk()).body
    const { status, body } = await find(id, { text: 'Ring 070-123 45 67' })
    expect([status, body.problems[0].field]).toEqual([400, 'text'])
  })
})
