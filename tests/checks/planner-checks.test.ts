import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkSettings } from '../../server/checks/index.ts'
import { openEngine } from '../../server/composition/engine.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { type Json, problemOf } from '../support/serving/api-client.ts'
import { databasesUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const STOCKHOLM = createZone('Europe/Stockholm')
const CORNER = [674_000, 6_580_000] as const
const { toWgs84 } = createProjection(3006)
const degrees = (east: number, north: number) => toWgs84(CORNER[0] + east, CORNER[1] + north)

const square = (east: number, north: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [size, 0],
      [size, size],
      [0, size],
      [0, 0],
    ].map(([x, y]) => [...degrees(east + x!, north + y!)]),
  ],
})
const SITE = square(1000, 1000, 200)
const STUDY = {
  type: 'Feature',
  geometry: square(0, 0, 4000),
  properties: { kind: 'study', name: 'Staden' },
}
const SOURCE = {
  id: 'polisen',
  controller: 'Polisen',
  legalBasis: 'Avtal',
  purpose: 'Lägesbild',
  audiences: ['planner', 'coordinator', 'analyst'],
  register: 'police',
  coversFrom: '2020-01-01',
  coversTo: '2026-12-31',
}

describe.each(databasesUnderTest)('checks of planners on $kind', (database) => {
  const clock = { ms: Date.parse('2026-11-10T12:00:00Z'), nowMs: () => clock.ms }
  let server: TestServer
  let planner: Call
  let analyst: Call
  let recorded = 0
  beforeAll(async () => {
    server = await startTestServer({ database, srid: 3006, clock, signIn: null })
    await itIs('2026-11-10T12:00:00Z')
    expect((await analyst('POST', '/api/areas', { body: STUDY })).status).toBe(201)
    expect((await analyst('POST', '/api/sources', { body: SOURCE })).status).toBe(201)
    const rows = Array.from({ length: 120 }, (_, k) => ({
      from: `202${3 + (k % 4)}-${String(1 + (k % 9)).padStart(2, '0')}-0${1 + (k % 9)}T1${k % 10}:00`,
      category: (['violence', 'theft', 'graffiti', 'litter'] as const)[k % 4]!,
    }))
    await record(...rows)
  })
  afterAll(() => server?.close())

  /** Sets the clock; sessions expire, so people sign in again. */
  async function itIs(time: string) {
    clock.ms = Date.parse(time)
    server.people.renew('planner')
    server.people.renew('analyst')
    ;[planner, analyst] = [await server.as('planner'), await server.as('analyst')]
  }
  async function record(...rows: readonly object[]) {
    const [lon, lat] = degrees(1100, 1100)
    const body = rows.map((row) => ({
      source: 'polisen',
      externalId: `r${recorded++}`,
      lon,
      lat,
      setting: 'outdoor',
      precision: 'address',
      ...row,
    }))
    const made = await analyst('POST', '/api/incidents', { body })
    expect([made.status, made.body.detail]).toEqual([201, undefined])
    await server.engine.snapshots.refresh()
  }
  const check = (call: Call, more: object = {}) =>
    call('POST', '/api/check', { body: { geometry: SITE, ...more } })
  const countOf = (evidence: Json, subject: object) =>
    evidence.counts.find(
      (count: Json) => count.zone === 0 && Object.entries(subject).every(([k, v]) => count[k] === v),
    )

  it('give the same evidence to planner and analyst, and the exact count inside the line to the analyst alone', async () => {
    const [forPlanner, forAnalyst] = [await check(planner), await check(analyst)]
    expect([forPlanner.status, forAnalyst.status]).toEqual([200, 200])
    expect(forPlanner.body.sha256).toBe(forAnalyst.body.sha256)
    expect(forPlanner.body.exact).toBeNull()
    expect(forAnalyst.body.exact.map(({ group }: Json) => group)).toEqual([
      'people',
      'property',
      'order',
      'environment',
    ])
  })

  it('count violence by whole quarters and single categories by whole years', async () => {
    const { body } = await check(planner, { from: '2026-05-10', to: '2026-08-20' })
    const { periods, counts } = body.evidence
    expect(periods).toEqual([
      { per: 'month', from: '2026-04-30T22:00:00.000Z', to: '2026-08-31T22:00:00.000Z', covered: true },
      { per: 'quarter', from: '2026-03-31T22:00:00.000Z', to: '2026-09-30T22:00:00.000Z', covered: true },
      { per: 'year', from: '2024-12-31T23:00:00.000Z', to: '2025-12-31T23:00:00.000Z', covered: true },
    ])
    const disclosed = new Set<string>(counts.map((c: Json) => `${c.group ?? 'category'}: ${c.per}`))
    expect([...disclosed].toSorted()).toEqual([
      'category: year',
      'environment: month',
      'order: month',
      'people: quarter',
      'property: month',
    ])
  })

  it('count nothing that took place, or may have, in a dwelling, and nothing sensitive or flagged', async () => {
    const requested = { from: '2026-01-01', to: '2026-10-01' }
    const before = (await check(planner, requested)).body
    await itIs('2026-12-06T12:00:00Z')
    await record(
      { from: '2026-03-05T10:00', category: 'graffiti', setting: 'dwelling' },
      { from: '2026-03-05T10:00', category: 'theft', setting: 'unknown' },
      { from: '2026-03-05T10:00', category: 'burglary', setting: 'unknown' },
      { from: '2026-03-05T10:00', category: 'violence', setting: 'unknown' },
      { from: '2026-03-05T10:00', category: 'sexual_offence' },
      { from: '2026-03-05T10:00', category: 'litter', flags: ['elder_crime'] },
    )
    const after = (await check(planner, requested)).body
    expect(after.cutAt).not.toBe(before.cutAt)
    expect(after.evidence).toEqual(before.evidence)
    const group = { group: 'environment', count: 1 }
    const exact = (await check(analyst, { from: '2026-03-01', to: '2026-04-01' })).body.exact
    expect(exact.find((own: Json) => own.group === 'environment').count).toBeGreaterThanOrEqual(group.count)
  })

  it('do not change between two cuts, and include all changes with the next', async () => {
    const requested = { from: '2026-09-01', to: '2026-11-01' }
    const before = (await check(planner, requested)).body
    const graffiti = { from: '2026-10-05T10:00', category: 'graffiti' }
    await record(graffiti, graffiti)
    expect((await check(planner, requested)).body).toEqual(before)
    const live = (await check(analyst, requested)).body.evidence
    expect(countOf(live, { group: 'property' }).count).toBe(
      countOf(before.evidence, { group: 'property' }).count + 2,
    )

    expect((await planner('GET', '/api/unit-cuts')).body).toMatchObject({
      madeAt: '2026-12-06T12:00:00.000Z',
      nextAt: '2027-01-04T23:00:00.000Z',
      byHand: false,
    })
    expect(problemOf(await analyst('POST', '/api/unit-cuts')).code).toBe('conflict')
    await itIs('2027-01-02T12:00:00Z')
    expect((await check(planner, requested)).body).toEqual(before)
    expect((await analyst('POST', '/api/unit-cuts')).status).toBe(201)
    const after = (await check(planner, requested)).body.evidence
    expect(countOf(after, { group: 'property' })).toEqual(countOf(live, { group: 'property' }))
  })

  it('leave out an open month, whatever the day of the request', async () => {
    const refused = await check(planner, { from: '2027-01-01', to: '2027-01-31' })
    expect(problemOf(refused)).toMatchObject({
      code: 'unprocessable',
      detail: expect.stringContaining('closed'),
    })
  })

  it('use the same cut on a server that starts later, whatever was added since', async () => {
    const requested = { from: '2026-09-01', to: '2026-11-01' }
    const before = (await check(planner, requested)).body
    await record({ from: '2026-10-06T10:00', category: 'graffiti' })
    const pool = sharedWorkers()
    const engine = await openEngine({ pool, storage: server.storage, clock, log: SILENT })
    try {
      const request = { geometry: SITE, ...checkSettings(requested, STOCKHOLM), proposalId: null }
      expect((await engine.checks.check(request, audienceOfRole('planner'))).sha256).toBe(before.sha256)
    } finally {
      await engine.close()
      await pool.close()
    }
  })
})
