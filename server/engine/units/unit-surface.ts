import { type DenseBlock, denseIndex } from '../lattice/lattice.ts'
import type { EdgeMetres } from '../snapshot/query.ts'
import type { CellValues } from '../statistics/surface.ts'
import type { CellPopulation } from '../statistics/surface-types.ts'
import type { MonthRange } from '../time/months.ts'
import { coarsenUnits, coarsePattern } from './coarse-units.ts'
import type { UnitCube } from './unit-cube.ts'
import type { UnitBuckets } from './unit-kinds.ts'
import { unitValues } from './unit-sums.ts'

/** Buckets of a surface: incidents that count, and those that would if their hour were known. */
export const [COUNTED, TIME_UNKNOWN] = [0, 1] as const

/**
 * Cell values of a surface from a cube: sums of units, distributed by share of area for a coarser edge.
 *
 * A unit counts when its cell is in the population of its own edge and it falls into one of the surface's; all others
 * that count are `outside`, as far as they lie in the cube's block. Positions are unknown, so `largest` is null.
 *
 * @param units the population of the cube's edge
 * @param population that of the surface's edge, `units` itself or a coarser one
 * @param buckets COUNTED and TIME_UNKNOWN
 */
export function unitCellValues(
  cube: UnitCube,
  units: CellPopulation,
  population: CellPopulation,
  months: MonthRange,
  buckets: UnitBuckets,
): CellValues {
  const values = unitValues(cube, months, buckets)
  const counted = values[COUNTED]!
  const inUnits = within(units, cube.block, counted)
  const sums = population.edgeMetres === units.edgeMetres ? inUnits : coarsened(units, inUnits, population)
  return {
    sums,
    unit: cube.unit,
    largest: null,
    outside: total(counted) - total(sums),
    timeUnknown: total(values[TIME_UNKNOWN] ?? []),
  }
}

function coarsened(units: CellPopulation, values: Float64Array, population: CellPopulation): Float64Array {
  const pattern = coarsePattern(population.edgeMetres as EdgeMetres, units.edgeMetres)
  const { block, sums } = coarsenUnits(units, values, pattern)
  return within(population, block, sums)
}

/** Values of one block's cells laid into a population: 0 for the cells that are not in it. */
function within(population: CellPopulation, block: DenseBlock, values: Float64Array): Float64Array {
  const { landArea, columns, rows, i0, j0 } = population
  const laid = new Float64Array(landArea.length)
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const at = column * rows + row
      if (landArea[at] === 0) continue
      const from = denseIndex(block, i0 + column, j0 + row)
      if (from >= 0) laid[at] = values[from]!
    }
  }
  return laid
}

function total(values: ArrayLike<number>): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]!
  return sum
}
