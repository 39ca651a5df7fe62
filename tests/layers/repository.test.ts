import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CameraProperties, FeatureKind, FeatureKinds } from '../../server/engine/snapshot/features.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'

const CAMERA: CameraProperties = {
  name: 'Torget 1',
  operator: 'Exempelstad',
  purpose: 'Trygghet',
  contact: null,
  directionDegrees: 359.5,
  viewDegrees: 90,
  rangeMetres: 40,
  status: 'active',
  hours: null,
  retentionDays: 30,
  legalBasis: null,
  balancingReference: null,
  balancingSummary: 'Vägt',
}

const square = (x: number, y: number, side = 10) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ],
})

const ZONE = {
  name: 'Centrum',
  permit: 'Dnr 1',
  purpose: 'Ordning',
  validFrom: '2026-01-01',
  validTo: '2026-12-31',
  schedule: [{ weekdays: [5, 6], startHour: 22, endHour: 4 }],
}

const FEATURES: { readonly [K in FeatureKind]: Pick<FeatureKinds[K], 'planar' | 'properties'> } = {
  cameras: { planar: { type: 'Point', coordinates: [674_350.81, 6_581_089.7] }, properties: CAMERA },
  'patrol-zones': { planar: square(674_000.01, 6_581_000.02), properties: ZONE },
  'focus-areas': {
    planar: { type: 'MultiPolygon', coordinates: [square(1, 2).coordinates, square(100, 200).coordinates] },
    properties: {
      name: 'Norra',
      owner: 'Stadsdelsnämnden',
      programmeFrom: '2025-01-01',
      programmeTo: null,
      budgetSek: 1_500_000.5,
      plannedInvestments: null,
    },
  },
  areas: {
    planar: square(0.1, 0.2, 1000),
    properties: {
      kind: 'district',
      name: 'Östermalm',
      validFrom: null,
      validTo: null,
      residents: 2_312,
      visitors: null,
      exposureSource: 'SCB 2024-12-31',
      derived: false,
    },
  },
  proposals: {
    planar: square(50, 50),
    properties: { title: 'Kvarteret Eken', description: null, caseNumber: 'KS 2026/12' },
  },
}

const KINDS = Object.keys(FEATURES) as FeatureKind[]

describe.each(databasesUnderTest)('small layers on the $kind database', ({ open }) => {
  let db: TestDatabase
  let features: TestDatabase['repositories']['features']
  beforeAll(async () => {
    db = await open()
    features = db.repositories.features
  })
  afterAll(() => db?.close())

  it.each(KINDS)('%s come back to the last bit', async (kind) => {
    const stored = await features.insert(kind, FEATURES[kind])
    const recorded = kind === 'proposals' ? { createdBy: null } : {}
    expect(stored).toEqual({ id: stored.id, revision: 1, ...FEATURES[kind], ...recorded })
    expect((await features.readAll())[kind]).toEqual([stored])
  })

  it('keeps who recorded a proposal, whoever changes it later', async () => {
    const { features } = db.repositories
    const { id, createdBy } = await features.insert('proposals', FEATURES.proposals, 'account/7')
    expect(createdBy).toBe('account/7')
    expect((await features.update('proposals', id, 1, FEATURES.proposals)).createdBy).toBe('account/7')
    expect((await features.insert('proposals', FEATURES.proposals)).createdBy).toBeNull()
    const { proposals } = await features.readAll()
    expect(proposals.find((proposal) => proposal.id === id)?.createdBy).toBe('account/7')
  })

  it('put coordinates on the 1 cm grid', async () => {
    const planar = { type: 'Point' as const, coordinates: [1.005_000_1, 2.004_999] }
    const stored = await features.insert('cameras', { planar, properties: CAMERA })
    expect(stored.planar.coordinates).toEqual([1.01, 2])
  })

  it('are changed and removed only at the revision that the caller knows', async () => {
    const { id } = await features.insert('proposals', FEATURES.proposals)
    const changed = await features.update('proposals', id, 1, FEATURES.proposals)
    expect(changed.revision).toBe(2)
    const stale = features.update('proposals', id, 1, FEATURES.proposals)
    await expect(stale).rejects.toMatchObject({ code: 'precondition-failed' })
    await expect(features.remove('proposals', id, 1)).rejects.toMatchObject({ code: 'precondition-failed' })
    await features.remove('proposals', id, 2)
    await expect(features.remove('proposals', id, null)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each([
    ['a bow tie', 'areas', { planar: bowTie() }, 'invalid-geometry'],
    ['a bearing of 360', 'cameras', { properties: { ...CAMERA, directionDegrees: 360 } }, 'unprocessable'],
    ['a range of nothing', 'cameras', { properties: { ...CAMERA, rangeMetres: 0 } }, 'unprocessable'],
    [
      'an end before its beginning',
      'patrol-zones',
      { properties: { ...ZONE, validTo: '2025-12-31' } },
      'unprocessable',
    ],
    [
      'a date that is none',
      'patrol-zones',
      { properties: { ...ZONE, validTo: '2026-02-30' } },
      'unprocessable',
    ],
    [
      'an eighth weekday',
      'patrol-zones',
      { properties: { ...ZONE, schedule: [window([8])] } },
      'unprocessable',
    ],
    [
      'a weekday by name',
      'patrol-zones',
      { properties: { ...ZONE, schedule: [window(['fri'])] } },
      'unprocessable',
    ],
    ['no weekday', 'patrol-zones', { properties: { ...ZONE, schedule: [window([])] } }, 'unprocessable'],
    [
      'a window without an end',
      'patrol-zones',
      { properties: { ...ZONE, schedule: [{ weekdays: [1], startHour: 2 }] } },
      'unprocessable',
    ],
    [
      'half an hour',
      'patrol-zones',
      { properties: { ...ZONE, schedule: [window([1], 2.5)] } },
      'unprocessable',
    ],
    [
      'negative residents',
      'areas',
      { properties: { ...FEATURES.areas.properties, residents: -1 } },
      'unprocessable',
    ],
  ] as const)('are refused with %s', async (_what, kind, change, code) => {
    const feature = { ...FEATURES[kind], ...change } as never
    await expect(features.insert(kind, feature)).rejects.toMatchObject({ code })
  })

  it('can be read as a stored snapshot saw them, sources included', async () => {
    await db.repositories.sources.save(SAMPLE_SOURCE)
    const before = await features.readAll()
    const visible = await currentSnapshot(db)
    const { id } = await features.insert('cameras', FEATURES.cameras)
    const [area] = before.areas
    await features.update('areas', area!.id, area!.revision, { ...area!, planar: square(7.77, 8.88) })
    await features.update('areas', area!.id, area!.revision + 1, { ...area!, planar: square(9.99, 8.88) })
    await features.remove('focus-areas', before['focus-areas'][0]!.id, null)
    await db.repositories.sources.save({ ...SAMPLE_SOURCE, title: 'Renamed' })
    expect(await features.readAsOf(visible)).toEqual(before)
    const now = await features.readAll()
    expect(await features.readAsOf(await currentSnapshot(db))).toEqual(now)
    expect(now.cameras.some((camera) => camera.id === id)).toBe(true)
    expect(now.sources[0]?.title).toBe('Renamed')
  })

  it.each(['', 'now', '1:2', '1:99999999999999:'])('have no state as of %j', async (visible) => {
    await expect(features.readAsOf(visible)).rejects.toMatchObject({ code: 'unprocessable' })
  })

  it('go in by the hundred, and the context is replaced as a whole', async () => {
    expect(
      await features.insertMany(
        'areas',
        Array.from({ length: 1200 }, (_, n) => ({ ...FEATURES.areas, planar: square(n, n) })),
      ),
    ).toBe(1200)
    const context = [
      {
        kind: 'street' as const,
        name: 'Storgatan',
        rank: 1,
        planar: {
          type: 'LineString' as const,
          coordinates: [
            [0, 0],
            [1.25, 2.5],
          ],
        },
      },
      { kind: 'park' as const, name: null, rank: 3, planar: square(5, 5) },
    ]
    expect(await features.replaceContext([...context, ...context])).toBe(4)
    expect(await features.replaceContext(context)).toBe(2)
    const stored = (await features.readAll()).context
    expect(stored).toMatchObject(context)
  })
})

function bowTie() {
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ],
    ],
  }
}

function window(weekdays: readonly unknown[], startHour = 1) {
  return { weekdays, startHour, endHour: 24 }
}

async function currentSnapshot({ knex }: TestDatabase): Promise<string> {
  const { rows } = await knex.raw('SELECT pg_current_snapshot()::text AS visible')
  return rows[0].visible
}
