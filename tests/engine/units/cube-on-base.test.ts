import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockRound } from '../../../server/engine/lattice/lattice.ts'
import { CATEGORIES } from '../../../server/engine/snapshot/categories.ts'
import { FLAGS, SETTINGS } from '../../../server/engine/snapshot/incident.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { addCubes } from '../../../server/engine/units/add-cubes.ts'
import { buildPartCube, PART_EDGE } from '../../../server/engine/units/build-part-cube.ts'
import { buildUnitCube } from '../../../server/engine/units/build-unit-cube.ts'
import {
  type BuildCube,
  cubeOnBase,
  sinceBase,
  wholeBase,
} from '../../../server/engine/units/cube-on-base.ts'
import type { CubeRules } from '../../../server/engine/units/place-rows.ts'
import { talliesOnBase, tallySources } from '../../../server/engine/units/source-tallies.ts'
import { UNIT_EDGE } from '../../../server/engine/units/unit-cube.ts'
import { cubeLists } from '../../support/cube-lists.ts'
import { makeSegment, STOCKHOLM, type TestRow } from '../../support/cities/make-columns.ts'

const [X, Y] = [674_000, 6_580_000] as const
const CUBES: readonly (readonly [name: string, build: BuildCube, edge: 50 | 200])[] = [
  ['cells and months', buildUnitCube, UNIT_EDGE],
  ['parts of the week', buildPartCube, PART_EDGE],
]

function rulesOf(edge: 50 | 200): CubeRules {
  return {
    block: blockRound(X, Y, X + 400, Y + 400, edge),
    zone: STOCKHOLM,
    registerOfSource: Int8Array.of(0, 1, 2, -1),
    precisionMask: 0b011,
  }
}

/** Few places, kinds and months, so that units are shared, emptied and filled again. */
const rowsOf = (firstYear: number, lastYear: number): fc.Arbitrary<readonly TestRow[]> =>
  fc.array(
    fc
      .record({
        x: fc.integer({ min: 0, max: 6 }).map((step) => X - 100 + 90 * step),
        y: fc.integer({ min: 0, max: 6 }).map((step) => Y - 100 + 90 * step),
        year: fc.integer({ min: firstYear, max: lastYear }),
        month: fc.constantFrom(1, 3, 12),
        minute: fc.nat(1440 * 31 - 1),
        span: fc.constantFrom(0, 1, 300, 1440, 44_640, 60_000),
        category: fc.constantFrom(0, 4, CATEGORIES.length - 1),
        precision: fc.nat(3),
        setting: fc.nat(SETTINGS.length - 1),
        flags: fc.constantFrom(0, 0, FLAGS.child),
        source: fc.nat(3),
        weight: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ year, month, minute, span, ...row }) => {
        const from = fromLocal(STOCKHOLM, year, month, 1) + minute
        return { ...row, from, to: from + span }
      }),
    { maxLength: 60 },
  )

/** Rows and which of them have died since. */
const segmentOf = (rows: fc.Arbitrary<readonly TestRow[]>) =>
  rows.chain((all) =>
    fc.subarray([...all.keys()]).map((dead) => {
      const alive = all.filter((_, row) => !dead.includes(row))
      return { segment: makeSegment(all, dead), alive }
    }),
  )

describe.each(CUBES)('the cube of %s, derived from that of its base', (_, build, edge) => {
  const rules = rulesOf(edge)

  it('equals the cube of all live rows, whatever was added, changed or removed since', () => {
    const base = segmentOf(rowsOf(2023, 2024))
    const since = segmentOf(rowsOf(2021, 2026))
    fc.assert(
      fc.property(base, since, (before, after) => {
        const segments = [before.segment, after.segment] as const
        const baseCube = build(wholeBase(before.segment.columns), rules)
        const carried = cubeLists(cubeOnBase(baseCube, sinceBase(segments), rules, build))
        expect(carried).toEqual(cubeLists(build(segments, rules)))
        expect(carried).toEqual(cubeLists(build([makeSegment([...before.alive, ...after.alive])], rules)))
      }),
      { numRuns: 200 },
    )
  })

  it('is the same cube when nothing has changed, and empty when all rows are removed', () => {
    const rows = fc.sample(rowsOf(2024, 2024), { numRuns: 20, seed: 1 }).flat()
    const base = makeSegment(rows)
    const baseCube = build(wholeBase(base.columns), rules)
    expect(cubeLists(cubeOnBase(baseCube, sinceBase([base]), rules, build))).toEqual(cubeLists(baseCube))
    expect(baseCube.entries).toBeGreaterThan(0)
    const dead = sinceBase([makeSegment(rows, [...rows.keys()])])
    const gone = cubeOnBase(baseCube, dead, rules, build)
    expect(gone).toMatchObject({ cells: 0, series: 0, entries: 0, incidents: 0 })
    expect(gone.outside).toEqual({ imprecise: 0, beyond: 0, undated: 0 })
  })
})

describe('tallies of sources, derived from those of a base', () => {
  it('equal those of all live rows, or are null where the first or last row of a source has died', () => {
    const query = { classes: ['open', 'dwelling'], precisionMask: 0b011 } as const
    const seen = { known: 0, unknown: 0 }
    fc.assert(
      fc.property(segmentOf(rowsOf(2023, 2024)), segmentOf(rowsOf(2022, 2025)), (before, after) => {
        const segments = [before.segment, after.segment] as const
        const { died, came } = sinceBase(segments)
        const [base, gone, more] = [wholeBase(before.segment.columns), died, came].map((part) =>
          tallySources(part, query),
        )
        const carried = talliesOnBase(base!, gone!, more!)
        seen[carried === null ? 'unknown' : 'known']++
        if (carried !== null) expect(carried).toEqual(tallySources(segments, query))
        else
          expect(
            gone!.some(({ first, last }, of) => first === base![of]!.first || last === base![of]!.last),
          ).toBe(true)
      }),
      { numRuns: 300 },
    )
    expect(Math.min(seen.known, seen.unknown)).toBeGreaterThan(20)
  })
})

describe('a sum of cubes', () => {
  it('refuses more in one unit than can be counted', () => {
    const rules = rulesOf(UNIT_EDGE)
    const from = fromLocal(STOCKHOLM, 2024, 3, 1)
    const [many, few] = [2 ** 32 - 3, 3].map((weight) =>
      buildUnitCube([makeSegment([{ x: X, y: Y, from, weight }])], rules),
    )
    expect(() =>
      addCubes([
        { cube: many!, sign: 1 },
        { cube: few!, sign: 1 },
      ]),
    ).toThrow(expect.objectContaining({ code: 'too-large' }))
  })
})
