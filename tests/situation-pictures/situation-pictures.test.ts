import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const PERIOD = { periodFrom: '2026-01-01', periodTo: '2026-03-31' }
/** Words that nobody but the party that wrote them may find anywhere. */
const SECRET = 'Kioskägaren-vill-sälja'

describe.each(databasesUnderTest)('situation pictures on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let traders: Call
  let owners: Call
  let place = 0
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    place = (await features.insert('areas', squareArea(1, 'place', [X, Y, 400, 400]))).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
    traders = await party('Handlarna')
    owners = await party('Fastighetsägarna')
  })
  afterAll(() => server?.close())

  async function party(name: string): Promise<Call> {
    const { people } = server.storage.repositories
    const { id: organisationId } = await people.insertOrganisation({ name, placeIds: [place] })
    const email = `${organisationId}@test.example`
    const account = { email, name, role: 'partner', organisationId, openId: null, createdAtMs: 0 } as const
    const { token } = await server.access.sessions.open(await people.insert(account))
    return createApiClient(server.url, { cookie: server.access.cookie.set(token, null).split(';')[0]! })
  }

  const write = async (by: Call, body: object) =>
    by('POST', '/api/situation-pictures', { body: { areaId: place, ...PERIOD, ...body } })
  const change = (by: Call, { id, revision }: Json, body: object) =>
    by('PATCH', `/api/situation-pictures/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  const field = ({ status, body }: Json) => [status, body.problems?.[0]?.field]

  it('hide a draft from everybody but the party that writes it, until it is handed in', async () => {
    const draft = (await write(traders, { form: 'party', state: 'draft', problems: SECRET })).body
    expect(draft).toMatchObject({ isDraft: true, party: 'Handlarna', problems: SECRET, figures: null })
    const again = (await change(traders, draft, { needs: `Ljus. ${SECRET}` })).body

    const others: readonly Call[] = [
      owners,
      coordinator,
      await server.as('analyst'),
      await server.as('planner'),
      await server.as('admin'),
    ]
    const reads = [
      '/api/situation-pictures',
      `/api/situation-pictures?area=${place}`,
      `/api/situation-pictures/${draft.id}/history`,
      `/api/picture-lines?area=${place}`,
      `/api/problems?area=${place}`,
      `/api/evaluations?area=${place}`,
      '/api/meetings',
      '/api/commitments',
      '/api/audit',
    ]
    for (const by of others)
      for (const path of reads) expect(JSON.stringify((await by('GET', path)).body)).not.toContain(SECRET)
    expect((await change(coordinator, again, { state: 'handed-in' })).status).toBe(404)
    const agreed = { areaId: place, partOf: draft.id }
    expect(field(await owners('POST', '/api/picture-lines', { body: agreed }))).toEqual([409, 'partOf'])
    const own = (await traders('GET', '/api/situation-pictures')).body.items
    expect(own.map(({ id }: Json) => id)).toEqual([draft.id])

    const handedIn = await change(traders, again, { state: 'handed-in', needs: 'Ljus' })
    expect(handedIn.body).toMatchObject({ isDraft: false, state: 'handed-in', needs: 'Ljus' })
    expect(handedIn.body.figures.at).toBe('2026-06-01T12:00:00.000Z')
    const { items } = (await coordinator('GET', `/api/situation-pictures/${draft.id}/history`)).body
    expect(items.map(({ needs }: Json) => needs)).toEqual(['Ljus'])
    expect(field(await change(traders, handedIn.body, { needs: 'Mer ljus' }))).toEqual([409, 'state'])
  })

  it('writes the joint picture with a line of each party, who agrees once, until it is agreed', async () => {
    const joint = (await write(coordinator, { form: 'joint', problems: 'Bråk på kvällarna' })).body
    expect(field(await change(traders, joint, { problems: 'Lugnt' }))).toEqual([409, 'form'])
    const line = (by: Call, more: object) =>
      by('POST', '/api/picture-lines', { body: { areaId: place, partOf: joint.id, ...more } })
    const needs = { heading: 'needs', text: 'Lampan vid porten' }
    expect((await line(traders, needs)).body).toMatchObject({ party: 'Handlarna', text: 'Lampan vid porten' })
    expect((await line(owners, {})).status).toBe(201)
    expect(field(await line(owners, {}))).toEqual([409, 'party'])
    expect((await change(coordinator, joint, { state: 'agreed' })).status).toBe(200)
    expect(field(await line(traders, needs))).toEqual([409, 'text'])
    expect((await line(traders, {})).status).toBe(201)
  })

  it('records an oral contribution of a party, which needs its day', async () => {
    const spoken = { form: 'party', state: 'handed-in', problems: 'Stölder', party: 'Kyrkan' }
    expect(field(await write(coordinator, spoken))).toEqual([409, 'spokenOn'])
    const { status, body } = await write(coordinator, { ...spoken, spokenOn: '2026-03-12' })
    expect([status, body.isDraft]).toEqual([201, false])
  })

  it.each([
    ['of a period that ends before it begins', { form: 'joint', periodTo: '2025-12-31' }, 'periodTo'],
    ['that says nothing, once it is agreed', { form: 'joint', state: 'agreed' }, 'problems'],
  ])('refuses a picture %s, by its field', async (_, body, name) => {
    expect(field(await write(coordinator, body))).toEqual([409, name])
  })
})
