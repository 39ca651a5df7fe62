import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGISTERS } from '../../../server/engine/disclosure/registers.ts'
import { blockRound, cellAt, cellOfDense } from '../../../server/engine/lattice/lattice.ts'
import { CATEGORIES, CATEGORY_GROUPS, categoryIndex } from '../../../server/engine/snapshot/categories.ts'
import { APPORTION_UNITS } from '../../../server/engine/snapshot/compile-filter.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import { addToProfile } from '../../../server/engine/statistics/aoristic-profile.ts'
import { hourCode, isHourKnown } from '../../../server/engine/time/known-hour.ts'
import { monthNumber } from '../../../server/engine/time/months.ts'
import { coveredWeekHours } from '../../../server/engine/time/week-hours.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { buildPartCube, PART_EDGE } from '../../../server/engine/units/build-part-cube.ts'
import { sumParts } from '../../../server/engine/units/part-sums.ts'
import type { CubeRules } from '../../../server/engine/units/place-rows.ts'
import { UNIT_CLASSES, unitClassOf } from '../../../server/engine/units/unit-kinds.ts'
import { makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const [X, Y] = [674_000, 6_580_000] as const
const BLOCK = blockRound(X, Y, X + 900, Y + 900, PART_EDGE)
const RULES: CubeRules = {
  block: BLOCK,
  zone: STOCKHOLM,
  registerOfSource: Int8Array.of(0, 1, 2, -1),
  precisionMask: 0b011,
}
const CELLS = Array.from({ length: BLOCK.columns * BLOCK.rows }, (_, at) => cellOfDense(BLOCK, at))
const EVERYTHING = { registers: REGISTERS, classes: UNIT_CLASSES }
const yearsOf = (first: number, last = first) => ({
  first: monthNumber(first, 1),
  last: monthNumber(last, 12),
})
const THEFT = categoryIndex('theft')!
const PROPERTY = CATEGORY_GROUPS.findIndex(({ code }) => code === 'property')

/** 06–14, 14–22 and 22–06 of weekdays, then of weekends, as filters cover them. */
const PARTS = [
  [1, 2, 3, 4, 5],
  [6, 7],
].flatMap((days) =>
  [
    [6, 14],
    [14, 22],
    [22, 6],
  ].map(([startHour, endHour]) => coveredWeekHours({ startHour: startHour!, endHour: endHour! }, days)),
)

const [MARCH, OCTOBER] = [3, 10].map((month) => fromLocal(STOCKHOLM, 2024, month, 1))
const rows: fc.Arbitrary<TestRow> = fc
  .record({
    x: fc.integer({ min: X - 100, max: X + 1000 }),
    y: fc.integer({ min: Y - 100, max: Y + 1000 }),
    from: fc.oneof(
      fc.integer({ min: MARCH!, max: MARCH! + 44_000 }),
      fc.integer({ min: OCTOBER!, max: OCTOBER! + 44_000 }),
    ),
    span: fc.oneof(fc.constantFrom(0, 0, 1, 1440, 1441, 44_640), fc.integer({ min: 1, max: 1440 })),
    category: fc.nat(CATEGORIES.length - 1),
    precision: fc.nat(3),
    setting: fc.nat(SETTINGS.length - 1),
    flags: fc.constantFrom(0, 0, 0, FLAGS.child),
    source: fc.nat(3),
    weight: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ span, ...row }) => ({ ...row, to: row.from + span }))

const choices = fc.record({
  registers: fc.subarray([...REGISTERS]),
  classes: fc.subarray([...UNIT_CLASSES]),
})

/** The same, row by row: hours of the week, then those of each part. */
function summed(
  all: readonly TestRow[],
  cells: readonly { readonly i: number; readonly j: number }[],
  { registers, classes }: { registers: readonly string[]; classes: readonly string[] },
) {
  const week = CATEGORY_GROUPS.map(() => new Float64Array(168))
  const timeUnknown = CATEGORY_GROUPS.map(() => 0)
  for (const row of all as readonly Required<TestRow>[]) {
    const cell = cellAt(row.x, row.y, PART_EDGE)
    const group = CATEGORY_GROUPS.findIndex(({ code }) => code === CATEGORIES[row.category]!.group)
    const counts =
      group >= 0 &&
      row.source < 3 &&
      row.precision < 2 &&
      registers.includes(REGISTERS[row.source]!) &&
      classes.includes(UNIT_CLASSES[unitClassOf(row.category, row.flags, row.setting)]!) &&
      cells.some(({ i, j }) => i === cell.i && j === cell.j)
    if (!counts) continue
    if (!isHourKnown(hourCode(STOCKHOLM, row.from, row.to))) timeUnknown[group]! += row.weight
    else addToProfile(week[group]!, STOCKHOLM, { fromMinute: row.from, toMinute: row.to, weight: row.weight })
  }
  return CATEGORY_GROUPS.map((_, group) => ({
    parts: PARTS.map(
      (hours) => week[group]!.reduce((sum, units, hour) => sum + units * hours[hour]!, 0) / APPORTION_UNITS,
    ),
    timeUnknown: timeUnknown[group]!,
  }))
}

describe('the cube of parts', () => {
  it('gives the sums of the rows spread over their intervals, to the last unit, over both nights of the clock change', () => {
    const given = fc.tuple(fc.array(rows, { maxLength: 80 }), fc.subarray(CELLS), choices)
    fc.assert(
      fc.property(given, ([all, cells, selection]) => {
        const half = all.length >> 1
        const cube = buildPartCube([makeSegment(all.slice(0, half)), makeSegment(all.slice(half))], RULES)
        expect(sumParts(cube, cells, yearsOf(2024), selection)).toEqual(summed(all, cells, selection))
      }),
      { numRuns: 150 },
    )
  })

  it('spreads an interval over New Year by its share of each year', () => {
    const from = fromLocal(STOCKHOLM, 2024, 12, 31, 23)
    const row = { x: X + 9, y: Y + 9, from, to: from + 240, category: THEFT, weight: 2 }
    const cube = buildPartCube([makeSegment([row])], RULES)
    const nightsOf = (first: number, last = first) =>
      sumParts(cube, CELLS, yearsOf(first, last), EVERYTHING)[PROPERTY]!.parts[2]
    // 31 December 2024 is a Tuesday.
    expect([nightsOf(2023), nightsOf(2024), nightsOf(2025), nightsOf(2024, 2025)]).toEqual([0, 0.5, 1.5, 2])
  })

  it('counts incidents dated by day, month or longer whole and separately, in the year in which they begin', () => {
    const day = fromLocal(STOCKHOLM, 2024, 12, 31)
    const newYear = fromLocal(STOCKHOLM, 2025, 1, 1)
    const at = { x: X + 9, y: Y + 9, category: THEFT }
    const cube = buildPartCube(
      [
        makeSegment([
          { ...at, from: day, to: newYear },
          { ...at, from: fromLocal(STOCKHOLM, 2024, 12, 1), to: newYear, weight: 3 },
          { ...at, from: day + 60, to: newYear + 500_000, weight: 5 },
        ]),
      ],
      RULES,
    )
    const week = (year: number) => sumParts(cube, CELLS, yearsOf(year), EVERYTHING)[PROPERTY]!
    expect(week(2024)).toEqual({ parts: [0, 0, 0, 0, 0, 0], timeUnknown: 9 })
    expect(week(2025).timeUnknown).toBe(0)
  })

  it('is equal for equal rows in any order and any segments', () => {
    fc.assert(
      fc.property(fc.array(rows, { maxLength: 60 }), fc.nat(60), (all, cut) => {
        const once = buildPartCube([makeSegment(all)], RULES)
        const turned = all.toReversed()
        const again = buildPartCube(
          [makeSegment(turned.slice(0, cut)), makeSegment(turned.slice(cut))],
          RULES,
        )
        expect(Buffer.from(again.buffer).equals(Buffer.from(once.buffer))).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('is empty without incidents', () => {
    const week = sumParts(buildPartCube([], RULES), CELLS, yearsOf(2024), EVERYTHING)
    expect(week).toHaveLength(CATEGORY_GROUPS.length)
    for (const { parts, timeUnknown } of week) expect([...parts, timeUnknown]).toEqual([0, 0, 0, 0, 0, 0, 0])
  })
})
