import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../../server/engine/statistics/false-discovery.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import {
  CELL_CLASSES,
  type CellClass,
  type SurfaceCells,
} from '../../../server/engine/statistics/surface-types.ts'
import {
  hexCity,
  overdispersedNumber,
  poissonNumber,
  surfaceOfCounts,
} from '../../support/cities/hex-city.ts'

const MAPS = 60
const SIDE = 100
const MEANS = [0.1, 0.3, 1, 3]
const city = hexCity(SIDE, SIDE)

const codes = (...names: CellClass[]) => new Set(names.map((name) => CELL_CLASSES.indexOf(name)))
const QUIET = codes('even', 'few')
const HOT = codes('high2', 'high4')

/** The largest number of successes in `runs` that a true share of `share` gives with 999 chances in 1000, about. */
const maxOf = (runs: number, share: number) => runs * share + 3.1 * Math.sqrt(runs * share * (1 - share))

interface Tally {
  any: number
  hot: number
  hotCells: number
  normal: number
}

/** How many maps of noise have a cell of any class but even and few, a hot one, and one that the normal p calls hot. */
function tally(maps: number, seed: number, draw: (random: () => number) => number): Tally {
  const random = seededRandom(seed)
  const result = { any: 0, hot: 0, hotCells: 0, normal: 0 }
  for (let map = 0; map < maps; map++) {
    const { cells } = surfaceOfCounts(
      city,
      Int32Array.from({ length: city.cells }, () => draw(random)),
    )
    const hot = cells.classCode.filter((code) => HOT.has(code)).length
    if (cells.classCode.some((code) => !QUIET.has(code))) result.any++
    if (hot > 0) result.hot++
    result.hotCells += hot
    if (normalCallsHot(cells)) result.normal++
  }
  return result
}

function normalCallsHot({ pNormal, z }: SurfaceCells): boolean {
  const q = benjaminiHochberg(pNormal)
  return q.some((value, k) => value <= 0.05 && z[k]! > 0)
}

describe('calibration', () => {
  it.each(MEANS)(
    'calls at most one map of Poisson noise in twenty anything but even, at mean %d',
    async (mean) => {
      const { any } = tally(MAPS, 1000 + 10 * mean, (random) => poissonNumber(mean, random))
      expect(any).toBeLessThanOrEqual(maxOf(MAPS, 0.05))
    },
  )

  it('shows why z is never used for classes: the normal p finds clusters around single events', () => {
    const sparse = tally(12, 2, (random) => poissonNumber(0.1, random))
    const middle = tally(12, 3, (random) => poissonNumber(1, random))
    expect(sparse.normal).toBe(12)
    expect(middle.normal).toBeGreaterThanOrEqual(3)
    expect(sparse.any + middle.any).toBeLessThanOrEqual(maxOf(24, 0.05))
  })

  it('reports overdispersed noise, where only the lower bound, not the Poisson test, keeps its level', async ({
    annotate,
  }) => {
    for (const mean of MEANS) {
      const { any, hot, hotCells } = tally(15, 77, (random) => overdispersedNumber(mean, random))
      await annotate(
        `variance = mean + mean², mean ${mean}: any class in ${any} of 15 maps, high2 or high4 in ${hot}, ` +
          `${(hotCells / 15 / city.cells) * 100} % of cells`,
      )
      expect(hot).toBeLessThanOrEqual(any)
      expect(hotCells / 15 / city.cells).toBeLessThan(0.01)
    }
  })
})

describe('recall', () => {
  const SPOTS = 25

  /** Centres on a coarse raster, each with its ring raised by a factor. */
  function planted(factor: number, seed: number) {
    const random = seededRandom(seed)
    const centres = Array.from({ length: SPOTS }, (_, k) => ({
      column: 10 + 20 * (k % 5),
      row: 10 + 20 * Math.floor(k / 5),
    }))
    const near = (at: number, reach: number) => {
      const [column, row] = [Math.floor(at / SIDE), at % SIDE]
      return centres.some((c) => Math.abs(c.column - column) <= reach && Math.abs(c.row - row) <= reach)
    }
    const counts = Int32Array.from({ length: city.cells }, (_, at) =>
      poissonNumber(near(at, 1) ? factor : 1, random),
    )
    const { cells } = surfaceOfCounts(city, counts)
    const isHot = (at: number) => HOT.has(cells.classCode[at]!)
    const found = centres.filter(({ column, row }) => isHot(column * SIDE + row)).length
    const hot = [...counts.keys()].filter(isHot)
    return { found, hot: hot.length, far: hot.filter((at) => !near(at, 2)).length }
  }

  it('finds spots of six times the rate, and nothing that is not next to one', () => {
    const { found, hot, far } = planted(6, 5)
    expect(found).toBe(SPOTS)
    expect(hot).toBeGreaterThanOrEqual(SPOTS)
    expect(far).toBeLessThanOrEqual(maxOf(hot, 0.05))
  })

  it('finds most spots of four times the rate', () => {
    const { found } = planted(4, 6)
    expect(found).toBeGreaterThanOrEqual(SPOTS * 0.6)
  })

  it('does not call spots of less than twice the rate hot', () => {
    const { found } = planted(1.8, 7)
    expect(found).toBeLessThanOrEqual(maxOf(SPOTS, 0.05))
  })
})
