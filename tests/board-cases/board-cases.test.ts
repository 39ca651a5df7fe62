import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CONSULTATION = { who: 'Pensionärsrådet', heldOn: '2026-05-12', said: 'Mörkt vid hållplatsen' }
const REFERRAL = {
  form: 'referral-answer',
  title: 'Program för ljus i tunnlar',
  board: 'Södra stadsdelsnämnden',
  referredBy: 'Trafiknämnden',
  dueOn: '2026-06-15',
}

describe.each(databasesUnderTest)('what is laid before a board, on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let place = 0
  let nowMs = Date.parse('2026-06-01T12:00Z')
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock: { nowMs: () => nowMs } })
    const square = squareArea(0, 'place', [X, Y, 400, 400])
    place = (await server.storage.repositories.features.insert('areas', square)).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const post = (path: string, body: object) =>
    coordinator('POST', `/api/${path}`, { body: { areaId: place, ...body } })
  const add = async (path: string, body: object): Promise<Json> => {
    const response = await post(path, body)
    expect([response.status, response.body.detail]).toEqual([201, undefined])
    return response.body
  }
  const patch = (path: string, item: Json, body: object) =>
    coordinator('PATCH', `/api/${path}/${item.id}`, {
      body,
      headers: { 'if-match': `"${item.revision}"` },
    })
  const refusal = ({ status, body }: Json) => [status, body.problems[0].field, body.problems[0].rule]

  it('is consulted about from the day on which that was, and followed up with what came of it', async () => {
    const early = await post('consultations', { ...CONSULTATION, heldOn: '2026-06-02' })
    expect(refusal(early)).toEqual([
      409,
      'heldOn',
      'a consultation is noted once it was held: today or earlier',
    ])
    const stored = await add('consultations', CONSULTATION)
    expect([stored.state, stored.audience, stored.outcome]).toEqual(['open', 'parties', null])
    const without = await patch('consultations', stored, { state: 'followed-up' })
    expect(refusal(without)).toEqual([409, 'outcome', 'what came of it is needed'])
    const outcome = 'Ljuset mäts i augusti'
    const followed = await patch('consultations', stored, { state: 'followed-up', outcome })
    expect([followed.status, followed.body.state, followed.body.outcome]).toEqual([
      200,
      'followed-up',
      outcome,
    ])
  })

  it('names its sender and due day where it replies to a referral, and neither where it is a statement', async () => {
    const statement = { ...REFERRAL, form: 'statement', referredBy: null, dueOn: null }
    expect((await add('board-cases', statement)).referredBy).toBeNull()
    const noSender = await post('board-cases', { ...REFERRAL, referredBy: null })
    expect(refusal(noSender)).toEqual([409, 'referredBy', 'who has sent the referral is needed'])
    const noDay = await post('board-cases', { ...REFERRAL, dueOn: null })
    expect(refusal(noDay)).toEqual([409, 'dueOn', 'the day by which it is answered is needed'])
  })

  it('is for the authorities unless somebody says otherwise, and read by no party', async () => {
    expect((await add('board-cases', REFERRAL)).audience).toBe('authorities')
    expect((await add('board-cases', { ...REFERRAL, audience: 'parties' })).audience).toBe('parties')
    const partner = await server.as('partner')
    expect((await partner('GET', '/api/board-cases')).status).toBe(403)
  })

  it('no longer changes once it is filed, its audience and due day neither', async () => {
    const draft = await add('board-cases', REFERRAL)
    const filed = await patch('board-cases', draft, { state: 'filed', summary: 'Kort sagt' })
    expect([filed.status, filed.body.state, filed.body.summary]).toEqual([200, 'filed', 'Kort sagt'])
    for (const change of [
      { summary: 'Annat' },
      { state: 'draft' },
      { audience: 'parties' },
      { dueOn: null },
    ]) {
      const refused = await patch('board-cases', filed.body, change)
      expect(refusal(refused)).toEqual([409, 'state', 'what was filed no longer changes; write a new case'])
    }
  })

  it('is late as a draft from the day after its due day, and never once it is filed', async () => {
    const lateAt = async (time: string, { id }: Json) => {
      nowMs = Date.parse(time)
      server.people.renew('coordinator')
      coordinator = await server.as('coordinator')
      const { items } = (await coordinator('GET', `/api/board-cases?area=${place}`)).body
      return items.find((item: Json) => item.id === id).late
    }
    const draft = await add('board-cases', REFERRAL)
    // The last hours of 15 June by the city's clock, and the first of 16 June.
    expect(await lateAt('2026-06-15T20:00Z', draft)).toBe(false)
    expect(await lateAt('2026-06-15T22:30Z', draft)).toBe(true)
    expect((await patch('board-cases', draft, { state: 'filed' })).body.late).toBe(false)
  })

  it('takes texts and attachments up to their limits, and names the field beyond them', async () => {
    const whole = { ...REFERRAL, matter: 'x'.repeat(8000), attachments: Array(20).fill('x'.repeat(200)) }
    expect((await add('board-cases', whole)).attachments).toHaveLength(20)
    for (const [field, value] of [
      ['matter', 'x'.repeat(8001)],
      ['attachments', Array(21).fill('Bilaga')],
      ['proposal', '   '],
      ['form', 'opinion'],
    ] as const) {
      const refused = await post('board-cases', { ...REFERRAL, [field]: value })
      expect([refused.status, refused.body.problems[0].field]).toEqual([400, field])
    }
  })
})
