import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denseIndex } from '../../../server/engine/lattice/lattice.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import type { Cell, CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import {
  type PeriodValues,
  placeboPlaces,
  type RingedCounts,
  type TreatedCells,
} from '../../../server/engine/units/placebo-places.ts'
import { grown, I0, inOrder, J0, key, moved, population, turned } from '../../support/placements.ts'

const STEP_HOLDS = [
  (before: number, own: number) => before * 3 >= own && before <= own * 3,
  (before: number, own: number) => before * 10 >= own,
  (before: number) => before >= 30,
]

interface Found {
  readonly places: RingedCounts[]
  readonly taken: Set<string>
  disjoint: number
}

/** Adds a place to a step, and counts it as disjoint where it shares no cell with one counted before. */
function add(found: Found, counts: RingedCounts, site: readonly Cell[]): void {
  found.places.push(counts)
  if (site.some((cell) => found.taken.has(key(cell)))) return
  found.disjoint++
  for (const cell of site) found.taken.add(key(cell))
}

/** Every placement by trying each cell for the first of each rotation, with sets. */
function bruteForce(
  { site, ring }: TreatedCells,
  city: CellPopulation,
  values: PeriodValues,
  others: readonly Cell[],
) {
  const at = ({ i, j }: Cell) => denseIndex(city, i, j)
  const isIn = (cell: Cell) => at(cell) >= 0 && city.landArea[at(cell)] !== 0
  const counts = (cells: readonly Cell[]) => {
    const sum = (of: Float64Array) => cells.filter(isIn).reduce((total, cell) => total + of[at(cell)]!, 0)
    return { before: sum(values.before), after: sum(values.after) }
  }
  const closed = new Set([...site, ...ring, ...others].map(key))
  const own = counts(site).before
  const reach = 2 * (site.length + ring.length)
  const seen = new Set<string>()
  const found = STEP_HOLDS.map((): Found => ({ places: [], disjoint: 0, taken: new Set() }))
  let rotation = { site, ring }
  for (let turn = 0; turn < 6; turn++) {
    // The westernmost, then southernmost cell of all is the anchor, as the order of finding says.
    const anchor = inOrder([...rotation.site, ...rotation.ring])[0]!
    for (let i = I0 - reach; i < I0 + city.columns + reach; i++) {
      for (let j = J0 - reach; j < J0 + city.rows + reach; j++) {
        const put = (cells: readonly Cell[]) => moved([anchor, ...cells], { i, j }).slice(1)
        const place = { site: put(rotation.site), ring: put(rotation.ring) }
        const cells = [...place.site, ...place.ring]
        const name = `${inOrder(place.site).map(key).join(' ')} in ${inOrder(cells).map(key).join(' ')}`
        if (seen.has(name) || cells.filter((cell) => !isIn(cell)).length > Math.floor(cells.length / 20))
          continue
        seen.add(name)
        if (cells.some((cell) => closed.has(key(cell)))) continue
        const here = { site: counts(place.site), ring: counts(place.ring) }
        STEP_HOLDS.forEach((holds, step) => {
          if (holds(here.site.before, own)) add(found[step]!, here, place.site)
        })
      }
    }
    rotation = { site: turned(rotation.site), ring: turned(rotation.ring) }
  }
  const at20 = found.findIndex(({ disjoint }) => disjoint >= 20)
  return at20 < 0 ? null : { step: at20 + 1, places: found[at20]!.places, disjoint: found[at20]!.disjoint }
}

const sorted = (places: readonly RingedCounts[]) => places.map((counts) => JSON.stringify(counts)).toSorted()

describe('places without the measure', () => {
  it('are exactly those found by trying every placement, of the first step with twenty disjoint ones', () => {
    const cities = fc.record({
      columns: fc.integer({ min: 14, max: 20 }),
      rows: fc.integer({ min: 14, max: 20 }),
      water: fc.integer({ min: 0, max: 40 }),
      seed: fc.nat(1000),
      cells: fc.constantFrom(1, 2, 3, 4),
      ringCells: fc.constantFrom(0, 1, 3),
      busy: fc.constantFrom(1, 6, 40, 400),
    })
    const steps = new Set<number | null>()
    fc.assert(
      fc.property(cities, ({ columns, rows, water, seed, cells, ringCells, busy }) => {
        const random = seededRandom(seed)
        const city = population(columns, rows, () => random() * 1000 >= water)
        const values = () => Float64Array.from({ length: columns * rows }, () => Math.floor(random() * 12))
        const periods = { before: values(), after: values() }
        const start = { i: I0 + 3 + Math.floor(random() * 8), j: J0 + 3 + Math.floor(random() * 8) }
        const all = grown(cells + ringCells, seed, start)
        const treated = { site: all.slice(0, cells), ring: all.slice(cells) }
        const own = denseIndex(city, treated.site[0]!.i, treated.site[0]!.j)
        if (own >= 0) periods.before[own] = busy
        const others = grown(3, seed + 1, { i: I0 + 1, j: J0 + 1 })
        const { placebos } = placeboPlaces(treated, city, periods, others)
        const expected = bruteForce(treated, city, periods, others)
        steps.add(placebos?.step ?? null)
        expect(placebos?.step ?? null).toBe(expected?.step ?? null)
        if (placebos === null || expected === null) return
        expect(placebos.places).toHaveLength(expected.places.length)
        expect(sorted(placebos.places)).toEqual(sorted(expected.places))
        expect(placebos.disjoint).toBe(expected.disjoint)
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(steps.size).toBeGreaterThanOrEqual(3)
  })
})
