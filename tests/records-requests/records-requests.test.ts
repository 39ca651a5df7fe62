import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGivenFigures } from '../../server/records-requests/index.ts'
import { OPERATING } from '../../server/platform/access/principal.ts'
import { createPublishService } from '../../server/releases/publication/publish-service.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import type { Json } from '../support/serving/api-client.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const REQUEST = { wanted: 'Anmälda stölder vid torget under 2025', receivedOn: '2026-05-20' }
const REFUSAL = { statute: 'OSL 18 kap. 1 §', appeal: 'Till kammarrätten inom tre veckor.' }

describe.each(databasesUnderTest)('requests for public records on the $kind database', (database) => {
  let server: TestServer
  let coordinator: Call
  let registrar: Call
  let district = 0
  beforeAll(async () => {
    server = await startTestServer({
      database,
      srid: 3006,
      clock: { nowMs: () => Date.parse('2026-06-01T12:00Z') },
    })
    const { features } = server.storage.repositories
    district = (await features.insert('areas', squareArea(0, 'district', [X, Y, 2000, 2000]))).id
    await server.engine.snapshots.refresh()
    coordinator = await server.as('coordinator')
    registrar = await server.as('registrar')
  })
  afterAll(() => server?.close())

  const add = async (more: object = {}): Promise<Json> =>
    (await coordinator('POST', '/api/records-requests', { body: { areaId: district, ...REQUEST, ...more } }))
      .body
  const change = (by: Call, { id, revision }: Json, body: object) =>
    by('PATCH', `/api/records-requests/${id}`, { body, headers: { 'if-match': `"${revision}"` } })
  /** Decides with the attack of now, as the page does. */
  const decide = async (prepared: Json, state: string) => {
    const { attackedWith } = (await registrar('POST', `/api/records-requests/${prepared.id}/attack`)).body
    return change(registrar, prepared, { state, ...(state !== 'refused' && { attackedWith }) })
  }
  const refused = ({ status, body }: Json) => [status, body.problems?.[0]?.field, body.problems?.[0]?.rule]
  const figure = (more: object = {}) => ({
    areaId: district,
    register: 'police',
    group: 'property',
    from: '2025-01-01',
    to: '2025-12-31',
    count: 7,
    countedAs: 'as-released',
    ...more,
  })

  it('are prepared by one person and decided by another, as they were prepared', async () => {
    const request = await add({ figures: [figure()] })
    expect([request.state, request.audience, request.preparedBy]).toEqual(['received', 'authorities', null])
    expect(refused(await change(registrar, request, { state: 'given' }))).toEqual([
      409,
      'state',
      'one person prepares a request before another decides it',
    ])
    const prepared = (await change(coordinator, request, { state: 'prepared' })).body
    expect(refused(await change(coordinator, prepared, { state: 'given' }))).toEqual([
      403,
      'state',
      'another person decides than the one who prepared it last: ask a colleague',
    ])
    expect(
      refused(await change(registrar, prepared, { state: 'given', figures: [figure({ count: 8 })] })),
    ).toEqual([
      409,
      'state',
      'it is decided as it was prepared: save the change first, then another person decides',
    ])
    expect(refused(await change(registrar, prepared, { state: 'given' }))).toEqual([
      409,
      'attackedWith',
      'see first what the figures would disclose, as the request is now, and decide then',
    ])
    const given = await decide(prepared, 'given')
    expect([given.status, given.body.decidedOn, given.body.decidedBy.by]).toEqual([
      200,
      '2026-06-01',
      expect.stringMatching(/^account\//),
    ])
    expect(given.body.decidedBy).not.toEqual(given.body.preparedBy)
    expect(refused(await change(registrar, given.body, { state: 'received' }))).toEqual([
      409,
      'state',
      'what was decided no longer changes: write down a new request',
    ])
  })

  it('keep the outline of the day when their figures are given out', async () => {
    const request = await add({ figures: [figure({ count: 11 })] })
    const prepared = (await change(coordinator, request, { state: 'prepared' })).body
    const given = (await decide(prepared, 'given')).body
    const history = await registrar('GET', `/api/records-requests/${given.id}/history`)
    const [{ areaId, name, planar }] = history.body.items.at(-1).outlines
    expect([areaId, name]).toEqual([district, expect.any(String)])
    expect(JSON.parse(planar).coordinates[0]).toContainEqual([X, Y])
    expect(given.outlines).toBeUndefined()
    const known = await createGivenFigures(server.storage.repositories.work).givenFigures()
    expect(known).toContainEqual(
      expect.objectContaining({
        planar: JSON.parse(planar),
        register: 'police',
        group: 'property',
        from: '2025-01-01',
        to: '2025-12-31',
        low: 11,
        high: 11,
      }),
    )
    expect(known).toHaveLength(2)
  })

  const decided = async (more: object, state: string) => {
    const prepared = (await change(coordinator, await add(more), { state: 'prepared' })).body
    return decide(prepared, state)
  }
  const disclosures = () => server.storage.repositories.releases.disclosures()

  it('count as a disclosure when they are given out, and not before or when they are refused', async () => {
    const before = await disclosures()
    const request = await add({ figures: [figure({ count: 13 })] })
    const prepared = (await change(coordinator, request, { state: 'prepared' })).body
    await decided(REFUSAL, 'refused')
    expect(await disclosures()).toBe(before)
    expect((await decide(prepared, 'given')).status).toBe(200)
    expect(await disclosures()).toBe(before + 1)
    await decided({ figures: [figure({ count: 17 })], ...REFUSAL }, 'given-in-part')
    expect(await disclosures()).toBe(before + 2)
  })

  it('that are decided while a release is attacked make it be attacked again, with their figures', async () => {
    const { releases, work } = server.storage.repositories
    const request = await add({ figures: [figure({ count: 23 })] })
    const prepared = (await change(coordinator, request, { state: 'prepared' })).body
    const known: number[] = []
    const safe = { hidden: 0, atoms: 0, constraints: 0, breaches: [], hiddenBesides: 0 }
    const computer = {
      preparePublic: async (period: '2025-Q1') => {
        return { key: period, contents: quarterContents(period), attack: safe, snapshotVersion: 'v1' }
      },
      async attack() {
        known.push((await createGivenFigures(work).givenFigures()).filter(({ high }) => high === 23).length)
        if (known.length === 1) expect((await decide(prepared, 'given')).status).toBe(200)
        return safe
      },
    }
    const service = createPublishService({
      releases,
      computer: computer as unknown as Parameters<typeof createPublishService>[0]['computer'],
      documents: { earlierDocuments: async () => [] },
      files: async () => [],
      audit: { record: async () => {} },
      clock: server.engine.clock,
      approvals: 1,
      onChange: async () => {},
    })
    const [release] = await service.prepare('2025-Q1', OPERATING)
    await service.approve(release!.id, OPERATING)
    await service.publish(release!.id, OPERATING)
    expect(known).toEqual([0, 1])
  })

  it('are refused with a statute and how to appeal, and then give nothing out', async () => {
    const outcome = async (more: object, state: string) => refused(await decided(more, state))
    expect(await outcome({ figures: [figure()], ...REFUSAL }, 'refused')).toEqual([
      409,
      'figures',
      expect.stringContaining('a refusal gives nothing out'),
    ])
    expect(await outcome({ handedOut: 'Listan' }, 'given-in-part')).toEqual([
      409,
      'statute',
      'the statute by which it is refused is needed',
    ])
    expect(await outcome({ handedOut: 'Listan', statute: REFUSAL.statute }, 'given-in-part')).toEqual([
      409,
      'appeal',
      'how the refusal is appealed is needed',
    ])
    expect(await outcome({ figures: [figure()], ...REFUSAL }, 'given')).toEqual([
      409,
      'statute',
      expect.stringContaining('where everything is given nothing is refused'),
    ])
    expect(await outcome(REFUSAL, 'given-in-part')).toEqual([409, 'figures', 'say what is given out'])
    expect(await outcome(REFUSAL, 'refused')).toEqual([200, undefined, undefined])
  })

  it('take no figure of an area that there is not, of days to come or turned round, or twice', async () => {
    const body = (figures: readonly object[]) => ({ body: { areaId: district, ...REQUEST, figures } })
    const post = async (...figures: readonly object[]) =>
      refused(await coordinator('POST', '/api/records-requests', body(figures)))
    expect(await post(figure({ areaId: 999_999 }))).toEqual([
      409,
      'figures',
      'there is no such area on the map',
    ])
    expect(await post(figure({ to: '2026-06-02' }))).toEqual([409, 'figures', 'that day is still to come'])
    expect(await post(figure({ to: '2024-12-31' }))).toEqual([
      409,
      'figures',
      'the last day is before the first',
    ])
    expect(await post(figure(), figure({ count: 9 }))).toEqual([409, 'figures', 'each figure stands once'])
    expect(await post(figure({ from: '1990-01-01' }))).toEqual([
      409,
      'figures',
      'a figure is of 20 years at most',
    ])
  })

  it('are said to disclose nothing where nothing is hidden', async () => {
    const { id } = await add({ figures: [figure()] })
    const response = await registrar('POST', `/api/records-requests/${id}/attack`)
    const outlines = expect.stringMatching(/^[0-9a-f]{64}$/)
    const attackedWith = { disclosures: await disclosures(), revision: 1, outlines }
    expect([response.status, response.body]).toEqual([200, { attackedWith, derivable: [] }])
  })

  it('hold no personal number in their texts, and are for nobody but those who handle them', async () => {
    const personal = await coordinator('POST', '/api/records-requests', {
      body: { areaId: district, ...REQUEST, wanted: 'Allt om 19121212-1212' },
    })
    expect(personal.status).toBe(400)
    for (const role of ['partner', 'planner', 'reader'] as const)
      expect((await (await server.as(role))('GET', '/api/records-requests')).status).toBe(403)
  })
})
