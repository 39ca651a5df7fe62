import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('a party that left a place, on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let [place, organisationId] = [0, 0]
  beforeAll(async () => {
    const clock = { nowMs: () => Date.parse('2026-06-01T12:00Z') }
    server = await startTestServer({ database, srid: 3006, clock })
    const { features, people } = server.storage.repositories
    place = (await features.insert('areas', squareArea(0, 'place', [X, Y, 400, 400]))).id
    await server.engine.snapshots.refresh()
    organisationId = (await people.insertOrganisation({ name: 'Handlarna', placeIds: [place] })).id
    await people.update((await server.people.of('partner')).accountId, { organisationId })
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const asPartner = () => {
    server.people.renew('partner')
    return server.as('partner')
  }
  const own = { what: 'Byt lampan', who: 'Handlarna', dueOn: '2026-06-10' }

  it('leaves what it promised with its name on it, and reads and writes nothing there any more', async () => {
    const before = await asPartner()
    const promised = await before('POST', '/api/commitments', { body: { areaId: place, ...own } })
    expect(promised.status).toBe(201)
    const left = {
      name: 'Handlarna',
      kind: 'party',
      areas: [{ areaId: place, from: null, to: '2026-05-31' }],
    } as const
    expect((await server.storage.repositories.people.updateOrganisation(organisationId, left)).id).toBe(
      organisationId,
    )
    const after = await asPartner()
    expect((await after('GET', `/api/commitments?area=${place}`)).body.items).toEqual([])
    const refused = await after('POST', '/api/commitments', { body: { areaId: place, ...own } })
    expect([refused.status, refused.body.problems[0].field]).toEqual([409, 'areaId'])
    const change = {
      body: { what: 'Något annat' },
      headers: { 'if-match': `"${promised.body.revision}"` },
    }
    expect((await after('PATCH', `/api/commitments/${promised.body.id}`, change)).status).toBe(404)
    const { items } = (await coordinator('GET', `/api/commitments?area=${place}`)).body
    expect(items.map(({ what, who }: Json) => [what, who])).toEqual([['Byt lampan', 'Handlarna']])
  })
})
