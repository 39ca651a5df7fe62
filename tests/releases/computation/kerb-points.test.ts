import { describe, expect, it } from 'vitest'
import type { Position } from 'geojson'
import type { Area } from '../../../server/engine/snapshot/features.ts'
import {
  FLAGS,
  type IncidentContent,
  PRECISIONS,
  SETTINGS,
} from '../../../server/engine/snapshot/incident.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import { makeSnapshot } from '../../support/cities/make-snapshot.ts'
import { OPEN_SOURCE, releaseComputerOf, repeated, squareArea } from '../../support/cities/release-city.ts'
import { rowAt, X, Y } from '../../support/cities/small-city.ts'

type Row = Partial<IncidentContent>

const DAY = '2024-02-10'
/** Counts are rounded to fives, so rows of five are not changed by rounding. */
const FIVE = { weight: 5 } as const

/** A district whose corners are metres from the city's. */
function district(id: number, residents: number, corners: readonly Position[]): Omit<Area, 'geometry'> {
  const ring = [...corners, corners[0]!].map(([x, y]) => [X + x!, Y + y!])
  return {
    ...squareArea(id, 'district', [0, 0, 1, 1], residents),
    planar: { type: 'Polygon', coordinates: [ring] },
  }
}

/**
 * A street that leans an eighth divides the city: x = 2400 + y/8. East of it lie two districts, of which the northern
 * is too small to be released on its own; its corner on the street is none of the western district's.
 */
const EAST = district(2, 4000, [
  [2400, 0],
  [4800, 0],
  [4800, 1600],
  [2600, 1600],
])
const NORTH_EAST = district(3, 700, [
  [2600, 1600],
  [4800, 1600],
  [4800, 2400],
  [2700, 2400],
])
const WEST = district(4, 3000, [
  [0, 0],
  [2400, 0],
  [2700, 2400],
  [0, 2400],
])

/** Which side of the street a position lies on: below 0 west, 0 on the street's own line, above 0 east. */
const sideOf = ({ xCm, yCm }: { readonly xCm: number; readonly yCm: number }) =>
  8 * (xCm - 100 * (X + 2400)) - (yCm - 100 * Y)

/** The position on the centimetre grid that lies nearest the street's line, so many centimetres up it. */
const kerbAt = (upCm: number) => ({ xCm: 100 * (X + 2400) + Math.round(upCm / 8), yCm: 100 * Y + upCm })

/** The city with its districts in no order. */
function leaningCity(rows: readonly Row[]): Snapshot {
  const recorded = repeated(50, rowAt({ at: [100, 100], day: '2021-06-01' }))
  const closed = { ...OPEN_SOURCE, id: 'closed', ordinal: 2, audiences: ['analyst', 'partner'] as const }
  const study = squareArea(1, 'study', [X, Y, 4800, 2400])
  return makeSnapshot({
    rows: [...recorded, ...rows],
    layers: { sources: [OPEN_SOURCE, closed], areas: [WEST, NORTH_EAST, study, EAST] },
  })
}

/** The counts of property in the release of the first quarter, by the districts' ids. */
async function propertyOf(rows: readonly Row[]): Promise<Record<string, unknown>> {
  const computer = releaseComputerOf(leaningCity(rows), { today: '2025-12-31T12:00:00Z' })
  const { areas, areaFigures } = (await computer.preparePublic('2024-Q1', [], [])).contents
  const counts = areaFigures.flatMap(({ area, count }) => {
    const { areaIds } = areas.find(({ key }) => key === area)!
    return [[areaIds.join('+'), count]]
  })
  return Object.fromEntries(counts) as Record<string, unknown>
}

describe('incidents at the kerb of a street that divides districts', () => {
  it('count in one district each: by centimetre, on the line itself in the first by id', async () => {
    const theft = rowAt({ at: [0, 0], day: DAY }, FIVE)
    const kerbs = Array.from({ length: 400 }, (_, k) => kerbAt(300 + 597 * k))
    const [west, line, east] = [-1, 0, 1].map(
      (side) => kerbs.filter((at) => Math.sign(sideOf(at)) === side).length,
    )
    expect([west, line, east]).toEqual([150, 50, 200])
    expect(await propertyOf(kerbs.map((at) => ({ ...theft, ...at })))).toEqual({
      '2+3': 5 * (200 + 50),
      4: 5 * 150,
    })
  })

  it('sum with the uncounted ones to an independent count', async () => {
    const beginning = rowAt({ at: [0, 0], day: '2024-01-01' }).fromMinute! - 12 * 60
    const code = (precision: (typeof PRECISIONS)[number]) => ({
      precisionCode: PRECISIONS.indexOf(precision),
    })
    const westOfTheLine = kerbAt(100_003)
    const onTheLine = kerbAt(100_000)
    const eastOfTheLine = kerbAt(100_005)
    expect([westOfTheLine, onTheLine, eastOfTheLine].map(sideOf)).toEqual([-3, 0, 3])
    const theft = rowAt({ at: [0, 0], day: DAY })
    /** No two sums of these weights are equal, so that a count identifies its rows. */
    const counted: readonly (readonly [row: Row, weight: number])[] = [
      [westOfTheLine, 5],
      [{ ...westOfTheLine, ...code('district') }, 10],
      [{ ...westOfTheLine, settingCode: SETTINGS.indexOf('unknown') }, 20],
      [{ ...westOfTheLine, fromMinute: beginning, toMinute: beginning }, 40],
      [{ ...westOfTheLine, fromMinute: theft.fromMinute!, toMinute: theft.fromMinute! + 90 * 1440 }, 80],
      [onTheLine, 160],
      [eastOfTheLine, 320],
    ]
    const leftOut: readonly Row[] = [
      { ...onTheLine, ...code('district') },
      { ...westOfTheLine, ...code('municipality') },
      { ...westOfTheLine, settingCode: SETTINGS.indexOf('dwelling') },
      { ...westOfTheLine, flags: FLAGS.elder_crime },
      { ...westOfTheLine, sourceId: 'closed' },
      { ...westOfTheLine, fromMinute: beginning - 1, toMinute: beginning + 60 },
      rowAt({ at: [-1, 1000], day: DAY }),
    ]
    const rows = [
      ...counted.map(([row, weight]) => ({ ...theft, ...row, weight })),
      ...leftOut.map((row, k) => ({ ...theft, ...row, weight: 640 * 2 ** k })),
    ]
    expect(await propertyOf(rows)).toEqual({ 4: 5 + 10 + 20 + 40 + 80, '2+3': 160 + 320 })
  })
})
