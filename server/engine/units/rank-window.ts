import { type DenseBlock, denseIndex } from '../lattice/lattice.ts'
import type { Cell, CellPopulation } from '../statistics/surface-types.ts'
import type { PlaceShape } from './place-shapes.ts'

/** Places are searched this far from a site in each direction: more than any city's extent. */
const REACH_METRES = 40_000
/** At most one cell in so many may lie outside the population. */
const CELLS_PER_MISSING = 20

/** A rectangle of the lattice round a site. */
export interface RankWindow extends DenseBlock {
  /** False when some of the population's block lies beyond it. */
  readonly whole: boolean
}

/**
 * The cells within reach of a site, and so many round them that every placement of the shapes that meets any of them lies
 * in the window altogether.
 */
export function rankWindow(
  block: DenseBlock,
  site: readonly Cell[],
  shapes: readonly PlaceShape[],
): RankWindow {
  const { edgeMetres } = block
  const width = Math.max(...shapes.map((shape) => shape.width))
  const height = Math.max(...shapes.map(({ below, above }) => below + above))
  const reach = (step: number) => Math.ceil(REACH_METRES / (step * edgeMetres))
  const across = overlap([block.i0, block.columns], [site.map(({ i }) => i), reach(1.5)])
  const along = overlap([block.j0, block.rows], [site.map(({ j }) => j), reach(Math.sqrt(3))])
  return {
    edgeMetres,
    i0: across.from - width,
    j0: along.from - height,
    columns: across.length + 2 * width,
    rows: along.length + 2 * height,
    whole: across.length === block.columns && along.length === block.rows,
  }
}

function overlap(
  [from, length]: readonly [number, number],
  [at, reach]: readonly [readonly number[], number],
) {
  const low = Math.max(from, Math.min(...at) - reach)
  const high = Math.min(from + length, Math.max(...at) + reach + 1)
  return { from: low, length: high - low }
}

/** Index of a cell of the population, −1 for one outside of it. */
export function populationIndex(population: CellPopulation, { i, j }: Cell): number {
  const at = denseIndex(population, i, j)
  return at >= 0 && population.landArea[at] !== 0 ? at : -1
}

/** How many cells of a place may lie outside the population. */
export function maxMissing({ cells }: Pick<PlaceShape, 'cells'>): number {
  return Math.floor(cells / CELLS_PER_MISSING)
}

/**
 * Sums up each column of a window over the cells of the population, so that a run of cells costs two look-ups: entry
 * column · (rows + 1) + row is the sum of the rows below `row`.
 *
 * @param values one number a cell of the population's block
 * @param scale values are rounded to whole numbers of 1/scale, so that sums do not depend on the order of adding
 * @param missing value of a cell outside the population
 */
export function columnSums(
  population: CellPopulation,
  window: RankWindow,
  values: Float64Array,
  { scale = 1, missing = 0 }: { readonly scale?: number; readonly missing?: number } = {},
): Float64Array {
  const { columns, rows, i0, j0 } = window
  const { landArea } = population
  const sums = new Float64Array(columns * (rows + 1))
  for (let column = 0; column < columns; column++) {
    const across = i0 + column - population.i0
    const atPath = across < 0 || across >= population.columns
    const from = across * population.rows + j0 - population.j0
    const low = atPath ? rows : Math.max(0, population.j0 - j0)
    const high = atPath ? rows : Math.min(rows, population.j0 + population.rows - j0)
    const base = column * (rows + 1) + 1
    let sum = 0
    for (let row = 0; row < low; row++) sums[base + row] = sum += missing
    for (let row = low; row < high; row++) {
      sum += landArea[from + row] === 0 ? missing : Math.round(values[from + row]! * scale)
      sums[base + row] = sum
    }
    for (let row = high; row < rows; row++) sums[base + row] = sum += missing
  }
  return sums
}

/** The runs of a shape anchored in the first row of a column: where each begins and ends in column sums. */
export interface ColumnRuns {
  readonly from: Int32Array
  readonly to: Int32Array
}

/** The runs of a shape in a column of a window; those of an anchor `row` rows further up lie so many further on. */
export function columnRuns({ i0, rows }: RankWindow, shape: PlaceShape, column: number): ColumnRuns {
  const low = shape.low[(i0 + column) & 1]!
  const from = low.map((row, run) => (column + shape.column[run]!) * (rows + 1) + row)
  return { from, to: from.map((at, run) => at + shape.length[run]!) }
}

/**
 * Sums of the shape anchored at `length` rows of a column from `first` on, into `sums`: run by run, all rows of each.
 * Measured on 60,000 cells, half the time of row by row.
 */
export function sumColumn(
  columnSums: Float64Array,
  { from, to }: ColumnRuns,
  first: number,
  length: number,
  sums: Float64Array,
): void {
  sums.fill(0, 0, length)
  for (let run = 0; run < from.length; run++) {
    const [low, high] = [from[run]! + first, to[run]! + first]
    for (let k = 0; k < length; k++) sums[k]! += columnSums[high + k]! - columnSums[low + k]!
  }
}
