import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGISTERS } from '../../../server/engine/disclosure/registers.ts'
import { blockRound, cellAt, cellOfDense, denseIndex } from '../../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import type { Cell } from '../../../server/engine/statistics/surface-types.ts'
import { monthAt, monthNumber, monthStart, type MonthRange } from '../../../server/engine/time/months.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { buildUnitCube } from '../../../server/engine/units/build-unit-cube.ts'
import type { CubeRules } from '../../../server/engine/units/place-rows.ts'
import { UNIT_EDGE } from '../../../server/engine/units/unit-cube.ts'
import {
  UNIT_CLASSES,
  unitBuckets,
  unitClassOf,
  type UnitSelection,
} from '../../../server/engine/units/unit-kinds.ts'
import { sumUnits, unitValues } from '../../../server/engine/units/unit-sums.ts'
import { makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const [X, Y] = [674_000, 6_580_000] as const
const BLOCK = blockRound(X, Y, X + 400, Y + 400, UNIT_EDGE)
const RULES: CubeRules = {
  block: BLOCK,
  zone: STOCKHOLM,
  registerOfSource: Int8Array.of(0, 1, 2, -1),
  precisionMask: 0b011,
}
const JANUARY = fromLocal(STOCKHOLM, 2024, 1, 1)
const EVERY_MONTH = { first: 0, last: 10_000 }
const EVERYTHING = unitBuckets({
  registers: REGISTERS,
  classes: UNIT_CLASSES,
  bucketOfCategory: CATEGORIES.map(() => 0),
  buckets: 1,
})
const CELLS = Array.from({ length: BLOCK.columns * BLOCK.rows }, (_, at) => cellOfDense(BLOCK, at))

const rows: fc.Arbitrary<TestRow> = fc
  .record({
    x: fc.integer({ min: X - 100, max: X + 500 }),
    y: fc.integer({ min: Y - 100, max: Y + 500 }),
    from: fc.integer({ min: JANUARY, max: JANUARY + 300_000 }),
    span: fc.constantFrom(0, 0, 1, 1440, 40_000, 44_640, 44_700, 90_000),
    category: fc.nat(CATEGORIES.length - 1),
    precision: fc.nat(3),
    setting: fc.nat(SETTINGS.length - 1),
    flags: fc.constantFrom(0, 0, 0, FLAGS.child),
    source: fc.nat(3),
    weight: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ span, ...row }) => ({ ...row, to: row.from + span }))

const selections: fc.Arbitrary<UnitSelection> = fc.record({
  registers: fc.subarray([...REGISTERS]),
  classes: fc.subarray([...UNIT_CLASSES]),
  bucketOfCategory: fc.array(fc.integer({ min: -1, max: 3 }), {
    minLength: CATEGORIES.length,
    maxLength: CATEGORIES.length,
  }),
  buckets: fc.constant(4),
})

const ranges: fc.Arbitrary<MonthRange> = fc
  .tuple(fc.integer({ min: -2, max: 10 }), fc.nat(9))
  .map(([from, months]) => ({
    first: monthNumber(2024, 1) + from,
    last: monthNumber(2024, 1) + from + months,
  }))

/** The same sums, row by row. */
function summed(
  all: readonly (readonly [TestRow, boolean])[],
  cells: readonly Cell[],
  months: MonthRange,
  { registers, classes, bucketOfCategory, buckets }: UnitSelection,
): readonly number[] {
  const sums = Array.from({ length: buckets }, () => 0)
  for (const [row, dead] of all) {
    const { x, y, from, to, category, precision, setting, flags, source, weight } = row as Required<TestRow>
    const cell = cellAt(x, y, UNIT_EDGE)
    const month = monthAt(STOCKHOLM, from)
    const counts =
      !dead &&
      source < 3 &&
      precision < 2 &&
      registers.includes(REGISTERS[source]!) &&
      classes.includes(UNIT_CLASSES[unitClassOf(category, flags, setting)]!) &&
      cells.some(({ i, j }) => i === cell.i && j === cell.j) &&
      month >= months.first &&
      month <= months.last &&
      to - from <= monthStart(STOCKHOLM, month + 1) - monthStart(STOCKHOLM, month)
    if (counts && bucketOfCategory[category]! >= 0) sums[bucketOfCategory[category]!]! += weight
  }
  return sums
}

describe('the cube of units', () => {
  it('gives the sums of the rows, for any cells, months, registers, classes and categories', () => {
    const given = fc.array(fc.tuple(rows, fc.boolean()), { maxLength: 120 })
    fc.assert(
      fc.property(given, fc.subarray(CELLS), ranges, selections, (all, cells, months, selection) => {
        const dead = all.flatMap(([, isDead], k) => (isDead ? [k] : []))
        const half = all.length >> 1
        const cube = buildUnitCube(
          [
            makeSegment(
              all.slice(0, half).map(([row]) => row),
              dead.filter((k) => k < half),
            ),
            makeSegment(
              all.slice(half).map(([row]) => row),
              dead.filter((k) => k >= half).map((k) => k - half),
            ),
          ],
          RULES,
        )
        const sums = sumUnits(cube, cells, months, unitBuckets(selection))
        expect([...sums]).toEqual(summed(all, cells, months, selection))
      }),
      { numRuns: 200 },
    )
  })

  it('merges many rows of a cell into one entry a month', () => {
    const cube = buildUnitCube(
      [
        makeSegment(
          Array.from({ length: 500 }, (_, k) => ({
            x: X + 200,
            y: Y + 200,
            from: JANUARY + (k % 7),
            weight: 2,
          })),
        ),
      ],
      RULES,
    )
    expect(cube.entries).toBe(1)
    expect(cube.incidents).toBe(1000)
    expect([...sumUnits(cube, CELLS, EVERY_MONTH, EVERYTHING)]).toEqual([1000])
  })

  it('adds up over months side by side: a range is the difference of two prefixes', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 60 }), ranges, fc.nat(9), (all, { first, last }, cut) => {
        const cube = buildUnitCube([makeSegment(all)], RULES)
        const between = Math.min(last, first + cut)
        const sum = (range: MonthRange) => sumUnits(cube, CELLS, range, EVERYTHING)[0]!
        expect(sum({ first, last: between }) + sum({ first: between + 1, last })).toBe(sum({ first, last }))
        expect(sum({ first: -1000, last }) - sum({ first: -1000, last: first - 1 })).toBe(
          sum({ first, last }),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('gives the sums of all cells at once', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 60 }), ranges, selections, (all, months, selection) => {
        const cube = buildUnitCube([makeSegment(all)], RULES)
        const buckets = unitBuckets(selection)
        const values = unitValues(cube, months, buckets)
        for (const cell of CELLS) {
          const at = denseIndex(BLOCK, cell.i, cell.j)
          expect(values.map((value) => value[at])).toEqual([...sumUnits(cube, [cell], months, buckets)])
        }
      }),
      { numRuns: 30 },
    )
  })

  it('counts a row dated by month in that month, also one of 31 days and an hour', () => {
    const [october, november] = [10, 11].map((month) => fromLocal(STOCKHOLM, 2024, month, 1))
    const cube = buildUnitCube([makeSegment([{ x: X + 9, y: Y + 9, from: october!, to: november! }])], RULES)
    const sumOf = (month: number) =>
      sumUnits(
        cube,
        CELLS,
        { first: monthNumber(2024, month), last: monthNumber(2024, month) },
        EVERYTHING,
      )[0]
    expect([9, 10, 11].map(sumOf)).toEqual([0, 1, 0])
    expect(cube.outside.undated).toBe(0)
  })

  it('leaves out and counts rows longer than a month, coarse ones and those beyond its block', () => {
    const at = { x: X + 9, y: Y + 9, from: JANUARY }
    const cube = buildUnitCube(
      [
        makeSegment([
          { ...at, to: JANUARY + 31 * 1440 + 1, weight: 3 },
          { ...at, precision: 2, weight: 4 },
          { ...at, x: X + 90_000, weight: 5 },
          { ...at, source: 3, weight: 6 },
          { ...at, source: 99, weight: 8 },
          { ...at, weight: 7 },
        ]),
      ],
      RULES,
    )
    expect(cube.outside).toEqual({ undated: 3, imprecise: 4, beyond: 5 })
    expect(cube.incidents).toBe(7)
  })

  it('is empty without incidents', () => {
    const cube = buildUnitCube([], RULES)
    expect(cube.entries).toBe(0)
    expect([...sumUnits(cube, CELLS, EVERY_MONTH, EVERYTHING)]).toEqual([0])
  })

  it('is equal for equal rows in any order and any segments', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 80 }), fc.nat(80), (all, cut) => {
        const once = buildUnitCube([makeSegment(all)], RULES)
        const turned = all.toReversed()
        const again = buildUnitCube(
          [makeSegment(turned.slice(0, cut)), makeSegment(turned.slice(cut))],
          RULES,
        )
        expect(Buffer.from(again.buffer).equals(Buffer.from(once.buffer))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('refuses more incidents in one cell than it can count', () => {
    const row = { x: X + 9, y: Y + 9, from: JANUARY, weight: 3_000_000_000 }
    expect(() => buildUnitCube([makeSegment([row, row])], RULES)).toThrow(/6000000000/)
    expect(() => buildUnitCube([makeSegment([row, { ...row, from: JANUARY + 60_000 }])], RULES)).toThrow(
      /6000000000/,
    )
  })
})
