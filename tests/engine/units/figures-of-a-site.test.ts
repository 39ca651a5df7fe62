import { describe, expect, it } from 'vitest'
import { REGISTERS } from '../../../server/engine/disclosure/registers.ts'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { blockRound, cellArea } from '../../../server/engine/lattice/lattice.ts'
import { CATEGORIES, CATEGORY_GROUPS, GROUP_OF_CATEGORY } from '../../../server/engine/snapshot/categories.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { monthNumber } from '../../../server/engine/time/months.ts'
import { fromLocal } from '../../../server/engine/time/zone.ts'
import { buildUnitCube } from '../../../server/engine/units/build-unit-cube.ts'
import { rankPlace } from '../../../server/engine/units/rank-place.ts'
import { type SiteUnits, siteUnits } from '../../../server/engine/units/site-units.ts'
import { UNIT_EDGE } from '../../../server/engine/units/unit-cube.ts'
import { UNIT_CLASSES, unitBuckets } from '../../../server/engine/units/unit-kinds.ts'
import { sumUnits, unitValues } from '../../../server/engine/units/unit-sums.ts'
import { makeSegment, STOCKHOLM } from '../../support/cities/make-columns.ts'

const [X, Y, SIDE] = [674_000, 6_580_000, 2500] as const
const YEAR = { first: monthNumber(2024, 1), last: monthNumber(2024, 12) }
const BY_GROUP = unitBuckets({
  registers: REGISTERS,
  classes: UNIT_CLASSES,
  bucketOfCategory: GROUP_OF_CATEGORY,
  buckets: CATEGORY_GROUPS.length,
})
const random = seededRandom(11)
const between = (low: number, high: number) => low + random() * (high - low)

const block = blockRound(X, Y, X + SIDE, Y + SIDE, UNIT_EDGE)
const size = block.columns * block.rows
const population = {
  ...block,
  landArea: new Float64Array(size).fill(cellArea(UNIT_EDGE)),
  residents: null,
  visitors: null,
  cells: size,
  digest: 'test',
  derived: false,
}
const comparable = Float64Array.from({ length: size }, () => between(10, 60))
const cube = buildUnitCube(
  [
    makeSegment(
      Array.from({ length: 20_000 }, () => ({
        x: X + SIDE * random() * random(),
        y: Y + SIDE * random(),
        from: fromLocal(STOCKHOLM, 2024, 1, 1) + Math.floor(between(0, 366 * 1440)),
        category: Math.floor(between(0, CATEGORIES.length)),
      })),
    ),
  ],
  { block, zone: STOCKHOLM, registerOfSource: Int8Array.of(0), precisionMask: 1 },
)
const figures = unitValues(cube, YEAR, BY_GROUP)

function sumsOf(units: SiteUnits): string {
  return JSON.stringify(
    [units.site, ...units.rings].map((cells) => [...sumUnits(cube, cells, YEAR, BY_GROUP)]),
  )
}

function rankOf(units: SiteUnits): string {
  return JSON.stringify(rankPlace(units, { population, comparable, figures }))
}

function unitsOf(corners: readonly (readonly [number, number])[]): SiteUnits {
  const ring = [...corners, corners[0]!].map(([x, y]) => [x, y])
  return siteUnits(planarPolygon({ type: 'Polygon', coordinates: [ring] }))
}

describe('the figures of a site', () => {
  it('are identical for outlines up to a metre apart with the same cells', () => {
    let compared = 0
    for (let polygon = 0; polygon < 200; polygon++) {
      const [x, y, reach] = [between(X + 400, X + 2100), between(Y + 400, Y + 2100), between(30, 180)]
      const corners = Array.from({ length: 5 }, (_, k) => {
        const angle = (2 * Math.PI * k) / 5
        return [x + reach * between(0.6, 1) * Math.cos(angle), y + reach * Math.sin(angle)] as const
      })
      const units = unitsOf(corners)
      const [sums, rank] = [sumsOf(units), rankOf(units)]
      let ranked = false
      for (let nudge = 0; nudge < 20; nudge++) {
        const nudged = unitsOf(corners.map(([cx, cy]) => [cx + between(-0.7, 0.7), cy + between(-0.7, 0.7)]))
        if (JSON.stringify([nudged.site, nudged.rings]) !== JSON.stringify([units.site, units.rings]))
          continue
        compared++
        expect(sumsOf(nudged)).toBe(sums)
        // A rank takes longer: of each outline one is enough.
        if (!ranked) expect(rankOf(nudged)).toBe(rank)
        ranked = true
      }
    }
    expect(compared).toBeGreaterThan(1200)
  })

  it('are the sums of the cells of site and rings', () => {
    const corners = [
      [X + 900, Y + 900],
      [X + 1120, Y + 900],
      [X + 1120, Y + 1130],
      [X + 900, Y + 1130],
    ] as const
    const { site, rings } = unitsOf(corners)
    const cells = [...site, ...rings.flat()]
    const together = sumUnits(cube, cells, YEAR, BY_GROUP)
    const apart = cells.map((cell) => sumUnits(cube, [cell], YEAR, BY_GROUP))
    expect([...together]).toEqual(CATEGORY_GROUPS.map((_, k) => apart.reduce((sum, one) => sum + one[k]!, 0)))
    expect(Math.min(...together)).toBeGreaterThan(0)
  })
})
