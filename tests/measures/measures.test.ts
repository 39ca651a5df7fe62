import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const DECISION = { name: 'Södra stadsdelsnämnden', decidedOn: '2026-03-12', section: 14 }
const PROBLEM = { title: 'Bråk på kvällarna', subject: 'people' }
const COUNTED = { what: 'Färre händelser', indicatorKind: 'released', indicator: 'Våld, per år' }
const MEASURE = { title: 'Ny belysning', type: 'lighting', owner: 'Trafikkontoret' }

describe.each(databasesUnderTest)('the chain from problem to measure on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let [place, other, district] = [0, 0, 0]
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    const insert = async (kind: 'place' | 'district', x: number) =>
      (await features.insert('areas', squareArea(x, kind, [X + x, Y, 400, 400]))).id
    place = await insert('place', 0)
    other = await insert('place', 1000)
    district = await insert('district', 2000)
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
  })
  afterAll(() => server?.close())

  const add = async (path: string, body: object) =>
    coordinator('POST', `/api/${path}`, { body: { areaId: place, ...body } })
  const made = async (path: string, body: object) => {
    const { status, body: item } = await add(path, body)
    expect(status).toBe(201)
    return item
  }
  const change = (path: string, { id, revision }: { id: number; revision: number }, body: object) =>
    coordinator('PATCH', `/api/${path}/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  const refusedField = ({ status, body }: { status: number; body: { problems: { field: string }[] } }) => [
    status,
    body.problems[0]!.field,
  ]

  it('joins problem, cause, goal and measure, and keeps every state of each', async () => {
    const problem = await made('problems', { ...PROBLEM, where: 'Norra utgången', priority: true })
    const cause = await made('causes', {
      partOf: problem.id,
      why: 'Ingen ser gången på kvällen',
      causeKind: 'guardianship',
      evidence: [{ kind: 'observations', text: 'Mörkt, vecka 9–12', reference: 'vecka 9–12' }],
    })
    const deeper = await made('causes', {
      partOf: problem.id,
      parentId: cause.id,
      why: 'Lamporna är trasiga',
      causeKind: 'upkeep',
    })
    const goal = await made('goals', { partOf: problem.id, ...COUNTED, baseline: 60, target: 30 })
    const measure = await made('measures', {
      partOf: problem.id,
      ...MEASURE,
      causeIds: [deeper.id],
      goalIds: [goal.id],
      money: { amountSek: 250_000, kind: 'investment', source: 'safety_fund', state: 'applied' },
    })
    expect(goal.beyondChance).toBe(true)
    const decided = await change('measures', measure, { state: 'decided', decision: DECISION })
    expect(decided.body).toMatchObject({ state: 'decided', decision: DECISION, late: false, revision: 2 })
    const { items } = (await coordinator('GET', `/api/measures/${measure.id}/history`)).body
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['proposed', 'decided'])
    const listed = (await coordinator('GET', `/api/causes?area=${place}`)).body.items
    expect(listed.map(({ parentId }: { parentId: number | null }) => parentId)).toContain(cause.id)
  })

  it('takes three priorities of a place at a time, and a fourth once one is closed', async () => {
    const problems = []
    for (const title of ['A', 'B', 'C']) {
      const { body } = await coordinator('POST', '/api/problems', {
        body: { areaId: other, ...PROBLEM, title, priority: true },
      })
      problems.push(body)
    }
    const fourth = { areaId: other, ...PROBLEM, title: 'D', priority: true }
    expect(refusedField(await coordinator('POST', '/api/problems', { body: fourth }))).toEqual([
      409,
      'priority',
    ])
    expect((await change('problems', problems[0], { state: 'closed' })).status).toBe(200)
    expect((await coordinator('POST', '/api/problems', { body: fourth })).status).toBe(201)
  })

  it('keeps a contradicted cause with its contradiction, and refuses a cause of itself', async () => {
    const { id: partOf } = await made('problems', PROBLEM)
    const cause = await made('causes', { partOf, why: 'Ungdomar', causeKind: 'use' })
    expect(refusedField(await change('causes', cause, { state: 'contradicted' }))).toEqual([
      409,
      'contradictedBy',
    ])
    const changed = await change('causes', cause, {
      state: 'contradicted',
      contradictedBy: 'Händelserna är på dagtid i veckorna',
    })
    expect(changed.body.state).toBe('contradicted')
    const behind = await made('causes', {
      partOf,
      parentId: cause.id,
      why: 'Fritidsgården är stängd',
      causeKind: 'use',
    })
    expect(refusedField(await change('causes', changed.body, { parentId: behind.id }))).toEqual([
      409,
      'parentId',
    ])
  })

  it('requires a baseline for a goal of counts, and reports whether its target could be chance', async () => {
    const { id: partOf } = await made('problems', PROBLEM)
    expect(refusedField(await add('goals', { partOf, ...COUNTED, target: 3 }))).toEqual([409, 'baseline'])
    const small = await made('goals', { partOf, ...COUNTED, baseline: 12, target: 9 })
    expect(small.beyondChance).toBe(false)
    const lamps = { partOf, what: 'Belysning utbytt', indicatorKind: 'process', indicator: '14 stolpar' }
    expect((await made('goals', lamps)).beyondChance).toBeNull()
  })

  it.each([
    ['that ends before it begins', { ...MEASURE, beginsOn: '2026-05-02', endsOn: '2026-05-01' }, 'endsOn'],
    ['that is decided by nobody', { ...MEASURE, state: 'decided' }, 'decision'],
    ['that was broken off for no reason', { ...MEASURE, state: 'cancelled' }, 'cancelledBecause'],
    ['for chosen persons at a place', { ...MEASURE, type: 'social_targeted' }, 'areaId'],
    ['with a cause that is not there', { ...MEASURE, causeIds: [999_999] }, 'causeIds'],
  ])('refuses a measure %s, by its field', async (_, body, field) => {
    expect(refusedField(await add('measures', body))).toEqual([409, field])
  })

  it('keeps measures for selected persons off the map and without small numbers', async () => {
    const social = { areaId: district, ...MEASURE, type: 'social_targeted', title: 'Stöd till avhoppare' }
    expect((await coordinator('POST', '/api/measures', { body: social })).status).toBe(201)
    const few = { ...social, title: 'Stöd till 3 ungdomar' }
    expect(refusedField(await coordinator('POST', '/api/measures', { body: few }))).toEqual([409, 'title'])
  })

  it('reports a decided measure as late from the day after its last', async () => {
    const body = { ...MEASURE, state: 'decided', decision: DECISION }
    expect((await made('measures', { ...body, endsOn: '2026-05-31' })).late).toBe(true)
    expect((await made('measures', { ...body, endsOn: '2026-06-01' })).late).toBe(false)
  })
})
