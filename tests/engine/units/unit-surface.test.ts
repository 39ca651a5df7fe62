import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGISTERS } from '../../../server/engine/disclosure/registers.ts'
import { cellPopulation } from '../../../server/engine/lattice/population.ts'
import { CATEGORIES, categoriesOfGroup, CATEGORY_GROUPS } from '../../../server/engine/snapshot/categories.ts'
import { compileFilter } from '../../../server/engine/snapshot/compile-filter.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import { computeSurface, surfaceOf } from '../../../server/engine/statistics/surface.ts'
import type { CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import { monthNumber } from '../../../server/engine/time/months.ts'
import { partsOfWeek } from '../../../server/engine/time/week-parts.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { buildPartCube, PART_EDGE } from '../../../server/engine/units/build-part-cube.ts'
import { buildUnitCube } from '../../../server/engine/units/build-unit-cube.ts'
import { PART_UNKNOWN, partBuckets } from '../../../server/engine/units/part-kinds.ts'
import { UNIT_EDGE } from '../../../server/engine/units/unit-cube.ts'
import { unitBuckets, unitClassOf } from '../../../server/engine/units/unit-kinds.ts'
import { COUNTED, TIME_UNKNOWN, unitCellValues } from '../../../server/engine/units/unit-surface.ts'
import { makeFilter, makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const [X, Y] = [674_000, 6_580_000] as const
const square = (west: number, south: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})
const populationOf = (edge: number): CellPopulation =>
  cellPopulation(
    { study: [square(X, Y, 1200)], water: [square(X, Y, 300)], exposed: [], digest: '', derived: false },
    edge,
  )
const [UNITS, PARTS] = [populationOf(UNIT_EDGE), populationOf(PART_EDGE)]
const rulesOf = (block: CellPopulation) => ({
  block,
  zone: STOCKHOLM,
  registerOfSource: Int8Array.of(0),
  precisionMask: 0b11,
})
const PROPERTY = categoriesOfGroup('property')
const GROUP = CATEGORY_GROUPS.findIndex(({ code }) => code === 'property')
const YEAR = { first: monthNumber(2024, 1), last: monthNumber(2024, 12) }
const [NEW_YEAR, NEXT_YEAR] = [2024, 2025].map((year) => fromLocal(STOCKHOLM, year, 1, 1)) as [number, number]
const OPEN = { registers: REGISTERS, classes: ['open'] } as const
const BY_MONTH = unitBuckets({
  ...OPEN,
  bucketOfCategory: CATEGORIES.map((_, index) => (PROPERTY.includes(index) ? COUNTED : -1)),
  buckets: 1,
})

const rows = fc.array(
  fc
    .record({
      x: fc.integer({ min: X - 300, max: X + 1500 }),
      y: fc.integer({ min: Y - 300, max: Y + 1500 }),
      from: fc.integer({ min: NEW_YEAR - 50_000, max: NEXT_YEAR + 50_000 }),
      span: fc.constantFrom(0, 0, 0, 90, 700, 1440, 3000),
      category: fc.nat(CATEGORIES.length - 1),
      setting: fc.nat(SETTINGS.length - 1),
      flags: fc.constantFrom(0, 0, 0, FLAGS.hate),
      weight: fc.integer({ min: 1, max: 40 }),
    })
    .map(({ span, ...row }): TestRow => ({ ...row, to: row.from + span })),
  { maxLength: 150 },
)
const isSeen = ({ category = 0, flags = 0, setting = 0 }: TestRow) =>
  unitClassOf(category, flags, setting) === 0

/** The surface of the units of 2024 in cells of an edge. */
function unitSurface(all: readonly TestRow[], population: CellPopulation) {
  const cube = buildUnitCube([makeSegment(all)], rulesOf(UNITS))
  return surfaceOf(unitCellValues(cube, UNITS, population, YEAR, BY_MONTH), population, 'area')
}

/** The surface of some parts of the week of 2024. */
function partSurface(all: readonly TestRow[], parts: readonly number[], population: CellPopulation) {
  const cube = buildPartCube([makeSegment(all)], rulesOf(PARTS))
  const bucketOf = (group: number, part: number) => {
    if (group !== GROUP) return -1
    return part === PART_UNKNOWN ? TIME_UNKNOWN : parts.includes(part) ? COUNTED : -1
  }
  const buckets = partBuckets({ ...OPEN, bucketOf, buckets: 2 })
  return surfaceOf(unitCellValues(cube, PARTS, population, YEAR, buckets), population, 'area')
}

function rowSurface(all: readonly TestRow[], population: CellPopulation, parts = {}) {
  const filter = makeFilter({ categories: PROPERTY, fromMinute: NEW_YEAR, toMinute: NEXT_YEAR, ...parts })
  const compiled = compileFilter(filter, { zone: STOCKHOLM, sourceIds: ['one'] })
  return computeSurface([makeSegment(all)], compiled, population, 'area')
}

describe('a surface of units', () => {
  it('has in cells of 50 m the figures of the disclosed rows, except those of positions', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { cells, totals } = unitSurface(all, UNITS)
        const known = rowSurface(all.filter(isSeen), UNITS)
        expect(cells).toEqual({ ...known.cells, dominance: new Float64Array(cells.length).fill(Number.NaN) })
        expect({ ...totals, outside: 0 }).toEqual({ ...known.totals, outside: 0 })
        expect(totals.outside).toBeLessThanOrEqual(known.totals.outside)
      }),
      { numRuns: 40 },
    )
  })

  it('does not depend on incidents that may be in a dwelling, are flagged or sensitive', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const seen = all.filter(isSeen)
        for (const edge of [50, 200] as const)
          expect(unitSurface(all, populationOf(edge))).toEqual(unitSurface(seen, populationOf(edge)))
        expect(partSurface(all, [0, 2, 5], PARTS)).toEqual(partSurface(seen, [0, 2, 5], PARTS))
      }),
      { numRuns: 25 },
    )
  })

  it('counts each unit of its population once in coarser cells, and reports those outside', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(100, 200, 400, 800), (all, edge) => {
        const fine = unitSurface(all, UNITS).totals
        const { totals, cells } = unitSurface(all, populationOf(edge))
        expect(totals.incidents + totals.outside).toBe(fine.incidents + fine.outside)
        expect(totals.outside).toBeGreaterThanOrEqual(fine.outside)
        expect(cells.count.every((count) => Number.isInteger(2 * count))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('gives parts of the week in cells of 200 m as the rows do, except rounding', () => {
    const window = { hours: { startHour: 22, endHour: 6 }, weekdays: [6, 7] }
    const parts = partsOfWeek(window.hours, window.weekdays)!
    fc.assert(
      fc.property(rows, (all) => {
        const units = partSurface(all, parts, PARTS)
        const known = rowSurface(all.filter(isSeen), PARTS, window)
        expect(units.totals.incidents).toBeCloseTo(known.totals.incidents, 3)
        units.cells.count.forEach((count, k) => expect(count).toBeCloseTo(known.cells.count[k]!, 4))
      }),
      { numRuns: 40 },
    )
  })
})

describe('parts of the week', () => {
  it('make up every window between their borders on weekdays or weekends', () => {
    const hours = (startHour: number, endHour: number) => ({ startHour, endHour })
    expect(partsOfWeek(null, [1, 2, 3, 4, 5])).toEqual([0, 1, 2])
    expect(partsOfWeek(hours(22, 6), null)).toEqual([2, 5])
    expect(partsOfWeek(hours(14, 6), [6, 7])).toEqual([4, 5])
    expect(partsOfWeek(hours(6, 6), [1, 2, 3, 4, 5, 6, 7])).toEqual([0, 1, 2, 3, 4, 5])
    expect(partsOfWeek(hours(18, 6), null)).toBeNull()
    expect(partsOfWeek(null, [5])).toBeNull()
  })
})
