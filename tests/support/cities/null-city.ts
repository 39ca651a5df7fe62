import { seededRandom, type Random } from '../../../server/engine/statistics/seeded-random.ts'
import type { Cell, CellPopulation } from '../../../server/engine/statistics/surface-types.ts'
import type { TreatedCells } from '../../../server/engine/units/placebo-places.ts'
import { cellCentre, cellOfDense, denseIndex } from '../../../server/engine/lattice/lattice.ts'
import { population } from '../placements.ts'

/** Noise of a city's counts: Poisson only, by cell and year, or by shocks longer than a year. */
export type NullFamily = 'poisson' | 'overdispersed' | 'autocorrelated'

/** A city without any measure: three years of counts by cell. */
export interface NullCity {
  readonly population: CellPopulation
  /** Two years before, and the year after; one number a cell. */
  readonly years: readonly [Float64Array, Float64Array, Float64Array]
  /** The baseline of both years. */
  readonly before: Float64Array
}

/**
 * A city of hexagons with busy and quiet places and constant rates, with noise of its family.
 *
 * @param side cells a side
 */
export function nullCity(seed: number, side: number, family: NullFamily): NullCity {
  const random = seededRandom(seed)
  const cells = side * side
  const busier = busyCentres(side, random)
  const rates = Float64Array.from({ length: cells }, (_, cell) => 1.2 * gamma(0.35, random) * busier(cell))
  let shocks = Float64Array.from({ length: cells }, () =>
    family === 'autocorrelated' ? 0.4 * normal(random) : 0,
  )
  const year = () => {
    const counts = Float64Array.from(rates, (rate, cell) => {
      const noise = family === 'overdispersed' ? gamma(4, random) / 4 : 1
      return poisson(rate * noise * Math.exp(shocks[cell]!), random)
    })
    const fresh = () => (family === 'autocorrelated' ? 0.4 * Math.sqrt(1 - 0.5 ** 2) * normal(random) : 0)
    shocks = shocks.map((shock) => 0.5 * shock + fresh())
    return counts
  }
  const years = [year(), year(), year()] as const
  const before = years[0].map((count, cell) => count + years[1][cell]!)
  return { population: population(side, side, () => true), years, before }
}

const CENTRES = 3
/** A centre's reach, in cells. */
const CENTRE_CELLS = 4

/** Factor by which cells near a few unique centres are busier. */
function busyCentres(side: number, random: Random): (cell: number) => number {
  const centres = Array.from({ length: CENTRES }, (_, k) => {
    return { column: random() * side, row: random() * side, times: 4 * 3 ** k }
  })
  return (cell) => {
    const [column, row] = [Math.floor(cell / side), cell % side]
    return centres.reduce((sum, centre) => {
      const distance = Math.hypot(column - centre.column, row - centre.row)
      return sum + centre.times * Math.exp(-((distance / CENTRE_CELLS) ** 2))
    }, 1)
  }
}

const SITE_METRES = 200
const RING_METRES = 350

/** A disk of 12 ha with a ring of 150 m round a cell of the block. */
export function diskAt(block: CellPopulation, at: number): TreatedCells {
  const [x, y] = cellCentre(cellOfDense(block, at), block.edgeMetres)
  const reach = Math.ceil(RING_METRES / 75)
  const middle = cellOfDense(block, at)
  const near: (Cell & { readonly metres: number })[] = []
  for (let i = middle.i - reach; i <= middle.i + reach; i++) {
    for (let j = middle.j - reach; j <= middle.j + reach; j++) {
      const [cx, cy] = cellCentre({ i, j }, block.edgeMetres)
      near.push({ i, j, metres: Math.hypot(cx - x, cy - y) })
    }
  }
  const plain = ({ i, j }: Cell): Cell => ({ i, j })
  return {
    site: near.filter(({ metres }) => metres <= SITE_METRES).map(plain),
    ring: near.filter(({ metres }) => metres > SITE_METRES && metres <= RING_METRES).map(plain),
  }
}

/** Incidents in some cells. */
export function sumOf(values: Float64Array, cells: readonly Cell[], block: CellPopulation): number {
  return cells.reduce((sum, { i, j }) => sum + (values[denseIndex(block, i, j)] ?? 0), 0)
}

/** Cells whose disk lies in the city altogether. */
export function insideCells(block: CellPopulation): readonly number[] {
  const margin = Math.ceil(RING_METRES / 75) + 1
  return Array.from({ length: block.columns * block.rows }, (_, at) => at).filter((at) => {
    const [column, row] = [Math.floor(at / block.rows), at % block.rows]
    return Math.min(column, row, block.columns - 1 - column, block.rows - 1 - row) >= margin
  })
}

/** Marsaglia & Tsang (2000), with the boost for shapes under 1. */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * random() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normal(random)
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** By exponential gaps: the rates here are small. */
function poisson(rate: number, random: Random): number {
  let count = -1
  for (let time = 0; time < rate; count++) time -= Math.log(1 - random())
  return Math.max(count, 0)
}
