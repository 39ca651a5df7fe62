import { describe, expect, it } from 'vitest'
import { FLAGS, PRECISIONS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import type { PublicContents, ReleasePeriod } from '../../../server/releases/release.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { OPEN_SOURCE, releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, smallCity, X, Y } from '../../support/cities/small-city.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'

const TODAY = '2025-12-31T12:00:00Z'
const WEST: readonly [number, number] = [1000, 1000]
const EAST: readonly [number, number] = [3400, 1000]
const DAY = '2024-02-10'

async function prepared(snapshot: Snapshot, period: ReleasePeriod): Promise<PublicContents> {
  return (await releaseComputerOf(snapshot, { today: TODAY }).preparePublic(period, [], [])).contents
}

/** Counts of a release by the district's id and the group. */
function countsOf({ areas, areaFigures }: PublicContents): Record<string, unknown> {
  const idOf = new Map(areas.map(({ key, areaIds }) => [key, areaIds.join('+')]))
  return Object.fromEntries(
    areaFigures.map(({ area, group, count }) => [`${idOf.get(area)} ${group}`, count]),
  )
}

const theft = rowAt({ at: WEST, day: DAY })

describe('a release of a quarter', () => {
  it('has property, order and environment, each district rounded on its own', async () => {
    const contents = await prepared(
      smallCity([
        ...repeated(12, theft),
        ...repeated(13, rowAt({ at: EAST, day: DAY })),
        ...repeated(4, rowAt({ at: EAST, day: DAY, category: 'litter' })),
        ...repeated(5, rowAt({ at: EAST, day: DAY, category: 'drugs' })),
        ...repeated(30, rowAt({ at: EAST, day: DAY, category: 'robbery' })),
        ...repeated(40, rowAt({ at: EAST, day: '2024-04-01' })),
      ]),
      '2024-Q1',
    )
    expect(countsOf(contents)).toEqual({
      '2 property': 10,
      '2 order': 'few',
      '2 environment': 'few',
      '3 property': 15,
      '3 order': 5,
      '3 environment': 'few',
    })
    expect(contents.hexes).toEqual([])
    expect(contents.city).toEqual([])
  })

  it('counts from local midnight to local midnight', async () => {
    const noon = theft.fromMinute!
    const toMidnight = (days: number) => noon + days * 1440 - 720
    const first = toMidnight(-40)
    const contents = await prepared(
      smallCity([
        ...repeated(10, { ...theft, fromMinute: first, toMinute: first }),
        ...repeated(50, { ...theft, fromMinute: first - 1, toMinute: first }),
      ]),
      '2024-Q1',
    )
    expect(countsOf(contents)).toMatchObject({ '2 property': 10 })
  })

  it('leaves out incidents released city-wide only, and those of ambiguous area', async () => {
    const dwelling = SETTINGS.indexOf('dwelling')
    const coarse = (precision: string) => ({ precisionCode: PRECISIONS.indexOf(precision as 'district') })
    const onTheBorder = rowAt({ at: [2400, 1000], day: DAY })
    const contents = await prepared(
      smallCity([
        ...repeated(10, theft),
        ...repeated(20, { ...theft, settingCode: dwelling }),
        ...repeated(20, { ...theft, flags: FLAGS.elder_crime }),
        ...repeated(5, { ...theft, ...coarse('district') }),
        ...repeated(20, { ...theft, ...coarse('municipality') }),
        ...repeated(20, { ...onTheBorder, ...coarse('district') }),
      ]),
      '2024-Q1',
    )
    expect(countsOf(contents)).toMatchObject({ '2 property': 15, '3 property': 'few' })
  })

  it('merges a district of fewer than 2,000 residents with the neighbour of the longest border', async () => {
    const small = squareArea(4, 'district', [X + 1400, Y + 2400, 1500, 500], 700)
    const contents = await prepared(
      smallCity([...repeated(6, theft), ...repeated(6, rowAt({ at: [2000, 2600], day: DAY }))], {
        areas: [small],
      }),
      '2024-Q1',
    )
    expect(contents.areas.map(({ areaIds, residents, name }) => [areaIds, residents, name])).toEqual([
      [[2, 4], 3700, 'district 2 + district 4'],
      [[3], 4000, 'district 3'],
    ])
    expect(countsOf(contents)).toMatchObject({ '2+4 property': 10 })
  })

  it('marks areas that no source covers, not as few', async () => {
    const police = { ...OPEN_SOURCE, coversAreaId: 2 }
    const contents = await prepared(smallCity(repeated(10, theft), { sources: [police] }), '2024-Q1')
    expect(countsOf(contents)).toMatchObject({ '2 property': 10, '3 property': 'not-covered' })
  })

  it('counts nothing of a source where it does not cover the area', async () => {
    const sources = [OPEN_SOURCE, { ...OPEN_SOURCE, id: 'guards', ordinal: 2, coversAreaId: 3 }]
    const rows = [...repeated(10, theft), ...repeated(20, { ...theft, sourceId: 'guards' })]
    expect(countsOf(await prepared(smallCity(rows, { sources }), '2024-Q1'))).toMatchObject({
      '2 property': 10,
    })
  })

  it('separates the police’s and the city’s registers, and leaves out closed sources', async () => {
    const contents = await prepared(
      smallCity(
        [
          ...repeated(20, theft),
          ...repeated(60, { ...theft, sourceId: 'city' }),
          ...repeated(60, { ...theft, sourceId: 'closed' }),
        ],
        {
          sources: [
            OPEN_SOURCE,
            { ...OPEN_SOURCE, id: 'city', ordinal: 2, register: 'city' },
            { ...OPEN_SOURCE, id: 'closed', ordinal: 3, audiences: ['analyst', 'partner'] },
          ],
        },
      ),
      '2024-Q1',
    )
    const inWest = contents.areaFigures.filter(({ area }) => area === contents.areas[0]!.key)
    expect(inWest.map(({ register, group, count }) => [register, group, count])).toEqual([
      ['police', 'property', 20],
      ['police', 'order', 'few'],
      ['police', 'environment', 'few'],
      ['city', 'property', 60],
    ])
  })
})

describe('a release of a year', () => {
  /** Incidents at so many places 20 m apart. */
  const spread = (places: number, each: number, [x, y]: readonly [number, number], change = {}) =>
    Array.from({ length: places }, (_, k) =>
      repeated(each, rowAt({ at: [x + 20 * k, y], day: DAY }, change)),
    ).flat()

  const shownIn = (contents: PublicContents) => contents.hexes.filter(({ band }) => band !== 'not-shown')

  it('has people by district, and personal subjects city-wide only', async () => {
    const assault = rowAt({ at: WEST, day: DAY, category: 'violence' })
    const unknown = SETTINGS.indexOf('unknown')
    const contents = await prepared(
      smallCity([
        ...repeated(11, assault),
        ...repeated(52, { ...assault, settingCode: unknown }),
        ...repeated(60, { ...assault, flags: FLAGS.domestic, settingCode: SETTINGS.indexOf('dwelling') }),
      ]),
      '2024',
    )
    expect(countsOf(contents)).toEqual({ '2 people': 10, '3 people': 'few' })
    expect(contents.city.map(({ subject, count }) => [subject, count])).toEqual([
      ['domestic', 60],
      ['dwelling', 60],
      ['violence-unknown-setting', 50],
    ])
  })

  it('shows a cell from ten incidents at five places on, none of which has more than half', async () => {
    const contents = await prepared(
      smallCity([
        ...spread(5, 3, [1000, 600]),
        ...spread(4, 6, [1000, 1800]),
        ...spread(5, 1, [3400, 600]),
        ...repeated(6, rowAt({ at: [3400, 600], day: DAY })),
        ...spread(5, 6, [3400, 1800]),
      ]),
      '2024',
    )
    expect(shownIn(contents).map(({ group, band }) => [group, band])).toEqual([
      ['property', 'b10'],
      ['property', 'b25'],
    ])
    expect(contents.hexes.some(({ group }) => (group as string) === 'people')).toBe(false)
  })

  it('shows no cell where fewer than a hundred people live or work, or where that is unknown', async () => {
    const rows = spread(5, 4, [1000, 1000])
    const sparse = [
      squareArea(1, 'study', [X, Y, 12_000, 12_000]),
      squareArea(2, 'district', [X, Y, 12_000, 12_000], 2100),
    ]
    const source = { sources: [OPEN_SOURCE] }
    const recorded = repeated(50, rowAt({ at: [100, 100], day: '2021-06-01' }))
    const thin = makeSnapshot({ rows: [...recorded, ...rows], layers: { ...source, areas: sparse } })
    expect(shownIn(await prepared(thin, '2024'))).toEqual([])
    expect(shownIn(await prepared(smallCity(rows), '2024'))).toHaveLength(1)
  })

  it('counts incidents within fifty metres of a school by district only', async () => {
    const school = { kind: 'school', name: null, rank: 4, id: 1 } as const
    const planar = { type: 'Point', coordinates: [X + 3480, Y + 1800] } as const
    const near = spread(5, 6, [3440, 1800])
    const layers = { context: [{ ...school, planar: { ...planar, coordinates: [...planar.coordinates] } }] }
    const contents = await prepared(smallCity(near, layers), '2024')
    expect(shownIn(contents)).toEqual([])
    expect(shownIn(await prepared(smallCity(near), '2024'))).toHaveLength(1)
    expect(countsOf(await prepared(smallCity(near, layers), '2024-Q1'))).toMatchObject({ '3 property': 30 })
  })

  it('has survey results, but no share of fewer than thirty respondents', async () => {
    const figure = {
      indicator: 'safe',
      wave: '2024',
      group: 'all',
      marginPercent: 3.2,
      source: 'S',
      publishedOn: null,
    }
    const surveys = [
      { ...figure, areaId: 2, percent: 61.6, answers: 400 },
      { ...figure, areaId: 3, percent: 40, answers: 29 },
      { ...figure, wave: '2023', areaId: 2, percent: 50, answers: 400 },
    ]
    const { contents } = await releaseComputerOf(smallCity([]), { today: TODAY, surveys }).preparePublic(
      '2024-Q1',
      [],
      [],
    )
    expect(
      contents.felt.map(({ percent, marginPercent, answers }) => [percent, marginPercent, answers]),
    ).toEqual([
      [62, 4, 400],
      [null, null, null],
    ])
  })
})
