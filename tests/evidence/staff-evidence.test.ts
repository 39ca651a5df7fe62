import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { opened, step } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

describe.each(databasesUnderTest)('evidence for staff on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let area = 0
  let cause = 0
  let review: Json
  let made = 0
  beforeAll(async () => {
    server = await startTestServer({ database, townIncidents: 3000 })
    coordinator = await server.as('coordinator')
    const { id } = await opened(coordinator)
    review = (await coordinator('GET', `/api/reviews/${id}`)).body
    area = review.evidence.touches.find(({ layer }: Json) => layer === 'areas').featureId
    const add = async (path: string, body: object) =>
      (await coordinator('POST', path, { body: { areaId: area, ...body } })).body.id as number
    const problem = await add('/api/problems', { title: 'Stölder', subject: 'property' })
    cause = await add('/api/causes', {
      partOf: problem,
      why: 'Cyklarna står i skymundan',
      causeKind: 'environment',
    })
  })
  afterAll(() => server?.close())

  const citable = async (by: Call): Promise<Json> =>
    (await by('GET', `/api/areas/${area}/citable-figures`)).body
  const attach = (pointer: object, by = coordinator, audience = 'authorities') =>
    by('POST', '/api/evidence', { body: { areaId: area, partOf: cause, audience, pointer } })
  const seenBy = async (by: Call, id: number): Promise<Json> =>
    (await by('GET', `/api/evidence?area=${area}`)).body.items.find((item: Json) => item.id === id)
  /** A partner of the area, with whom everybody of their kind sees. */
  const partnerOf = async (kind: 'party' | 'police') => {
    const { people } = server.storage.repositories
    const organisation = await people.insertOrganisation({
      name: `${kind} ${++made}`,
      kind,
      placeIds: [area],
    })
    const { accountId } = await server.people.of('partner')
    await people.update(accountId, { organisationId: organisation.id })
    server.people.renew('partner')
    return server.as('partner')
  }
  const firstCells = async () => {
    const { group, from, to, count } = (await citable(coordinator)).cells[0]
    return { pointer: { kind: 'cells', group, from, to }, count }
  }
  const firstFinding = () => ({
    kind: 'finding',
    reviewId: review.id,
    finding: found()[0]!.id,
  })
  const found = (): Json[] =>
    review.evidence.findings.filter(({ kind }: Json) => kind !== 'site' && kind !== 'coverage')

  it('offers staff the cells of the place and the findings of reviews that touch it, others neither', async () => {
    const offered = await citable(coordinator)
    expect(offered.cells.map(({ group }: Json) => group)).toEqual([
      'people',
      'property',
      'order',
      'environment',
    ])
    expect(offered.findings.map(({ words: { sv } }: Json) => sv)).toEqual(found().map(({ sv }: Json) => sv))
    for (const by of [await partnerOf('police'), await server.as('reader')])
      expect(await citable(by)).toMatchObject({ cells: [], findings: [] })
  })

  it('freezes the count of cells as the check of the same area has it, and reads a finding in its review', async () => {
    const { pointer, count } = await firstCells()
    const cells = (await attach(pointer)).body
    expect(cells).toMatchObject({ frozen: { value: count, hidden: null }, exists: true, withheld: [] })
    const finding = (await attach(firstFinding())).body
    expect(finding.frozen).toMatchObject({ value: null })
    const { sv, en } = found()[0]!
    expect(await seenBy(await server.as('planner'), finding.id)).toMatchObject({
      exists: true,
      finding: { words: { sv, en } },
    })
  })

  it('shows authorities without incidents that something is there, and no figure or finding of it', async () => {
    const { pointer, count } = await firstCells()
    expect(count).toBeGreaterThan(0)
    const cells = (await attach(pointer)).body
    const finding = (await attach(firstFinding())).body
    const police = await partnerOf('police')
    for (const by of [police, await server.as('reader')]) {
      const seen = await seenBy(by, cells.id)
      expect(seen.frozen).toEqual({ ...cells.frozen, counted: undefined, value: null, hidden: 'withheld' })
      const [first] = (await by('GET', `/api/evidence/${cells.id}/history`)).body.items
      expect(first.frozen).toEqual(seen.frozen)
      expect(await seenBy(by, finding.id)).toMatchObject({ exists: true, finding: null })
    }
    const party = await partnerOf('party')
    expect(await seenBy(party, cells.id)).toBeUndefined()
    expect((await party('GET', `/api/evidence/${cells.id}/history`)).status).toBe(404)
  })

  it('names the sources that are closed to a board, which reads no figure counted from them', async () => {
    const { pointer } = await firstCells()
    const { id, frozen } = (await attach(pointer)).body
    const [source] = frozen.counted.sources
    const { people } = server.storage.repositories
    const board = await people.insertOrganisation({ name: 'Trafiknämnden', kind: 'board' })
    const admin = await server.as('admin')
    const stored = (await admin('GET', `/api/sources/${source}`)).body
    const boards = (named: object | null) =>
      admin('PUT', `/api/sources/${source}`, { body: { ...stored, boards: named } })
    expect((await boards([{ organisation: board.id, ground: 'OSL 10 kap. 27 §' }])).status).toBe(200)
    await server.engine.snapshots.refresh()
    expect(await seenBy(coordinator, id)).toMatchObject({
      withheld: [stored.title],
      frozen: { value: null, hidden: 'withheld' },
    })
    const without = (await attach(pointer)).body
    expect(without.frozen.counted).toMatchObject({ leftOut: [stored.title] })
    expect(without.frozen.value).toBeLessThan(frozen.value)
    expect(without.frozen.counted.sources).not.toContain(source)
    await boards(null)
    await server.engine.snapshots.refresh()
  })

  const problemOf = ({ status, body }: Json) => [status, body.problems?.[0]?.field, body.problems?.[0]?.rule]

  it('is refused in its own words: for parties, for other periods, and for a finding that there is not', async () => {
    const { pointer } = await firstCells()
    expect(problemOf(await attach(pointer, coordinator, 'parties'))).toEqual([
      409,
      'audience',
      expect.stringContaining('for the authorities alone'),
    ])
    const day = { ...pointer, from: '2026-03-02', to: '2026-03-02' }
    expect(problemOf(await attach(day))[2]).toMatch('whole months that are over')
    const reversed = { ...pointer, from: pointer.to, to: pointer.from }
    expect(problemOf(await attach(reversed))[2]).toMatch('before the first')
    const absent = { ...firstFinding(), finding: 'finding-99' }
    expect(problemOf(await attach(absent))[2]).toMatch('Choose another')
    const police = await partnerOf('police')
    expect(problemOf(await attach(pointer, police))[2]).toMatch('that you may read')
    expect(problemOf(await attach(firstFinding(), police))).toEqual(problemOf(await attach(absent, police)))
  })

  it('tells that a finding is gone once its review is computed again, and cells once the border moves', async () => {
    const { pointer } = await firstCells()
    const cells = (await attach(pointer)).body
    const finding = (await attach(firstFinding())).body
    const { status } = await step(coordinator, review, 'POST', 'evidence', {})
    expect(status).toBe(200)
    expect(await seenBy(coordinator, finding.id)).toMatchObject({ exists: false, finding: null })
    const admin = await server.as('admin')
    const { body: stored, headers } = await admin('GET', `/api/areas/${area}`)
    const nudged = (_: string, value: unknown) => (typeof value === 'number' ? value + 1e-4 : value)
    const geometry = JSON.parse(JSON.stringify(stored.geometry), nudged)
    const { properties } = stored
    const moved = await admin('PUT', `/api/areas/${area}`, {
      body: { type: 'Feature', geometry, properties },
      headers: { 'if-match': headers.get('etag')! },
    })
    expect([moved.status, moved.body.detail]).toEqual([200, undefined])
    expect(await seenBy(coordinator, cells.id)).toMatchObject({
      exists: false,
      frozen: { value: expect.any(Number) },
    })
  })
})
