import { type IncidentSegment, isDead } from '../domain/incident-columns.ts'
import type { CellPopulation } from '../domain/surface.ts'
import { type CompiledFilter, rowUnits } from './compile-filter.ts'
import { createCellLocator } from './lattice.ts'

/** The rows of one segment that count inside the population, with their dense cells. */
export interface BinnedRows {
  readonly length: number
  readonly row: Int32Array
  readonly cell: Int32Array
}

/** Incidents by cell. All sums are in the filter's units. */
export interface Binned {
  /** One sum a cell of the dense block. */
  readonly sums: Float64Array
  /** Number of rows in a cell. */
  readonly rowsInCell: Int32Array
  /** Pass the filter but lie in no cell of the population. */
  readonly outside: number
  /** Left out since their time is not known well enough. */
  readonly timeUnknown: number
  /** One a segment. */
  readonly rows: readonly BinnedRows[]
}

/**
 * Puts every live incident that passes the filter into its cell.
 *
 * One scan over all rows. Measured on a million rows with everything passing: 13 ms, of which cube rounding takes about half.
 */
export function binIncidents(
  segments: readonly IncidentSegment[],
  filter: CompiledFilter,
  population: CellPopulation,
): Binned {
  const cells = population.columns * population.rows
  const sums = new Float64Array(cells)
  const rowsInCell = new Int32Array(cells)
  let outside = 0
  let timeUnknown = 0
  const rows = segments.map((segment) => {
    const binned = binSegment(segment, filter, population, sums, rowsInCell)
    outside += binned.outside
    timeUnknown += binned.timeUnknown
    return binned
  })
  return { sums, rowsInCell, outside, timeUnknown, rows }
}

function binSegment(
  { columns, dead }: IncidentSegment,
  filter: CompiledFilter,
  population: CellPopulation,
  sums: Float64Array,
  rowsInCell: Int32Array,
): BinnedRows & Pick<Binned, 'outside' | 'timeUnknown'> {
  const { xCm, yCm, length } = columns
  const { landArea, i0, j0, rows, columns: width } = population
  const locator = createCellLocator(population.edgeMetres)
  const row = new Int32Array(length)
  const cell = new Int32Array(length)
  let found = 0
  let outside = 0
  let timeUnknown = 0
  for (let k = 0; k < length; k++) {
    const units = rowUnits(filter, columns, k)
    if (units === 0 || isDead(dead, k)) continue
    if (units < 0) {
      timeUnknown -= units
      continue
    }
    locator.locate(xCm[k]!, yCm[k]!)
    const column = locator.i - i0
    const across = locator.j - j0
    const index = column * rows + across
    if (column < 0 || column >= width || across < 0 || across >= rows || landArea[index] === 0) {
      outside += units
      continue
    }
    sums[index]! += units
    rowsInCell[index]!++
    row[found] = k
    cell[found++] = index
  }
  return { length: found, row, cell, outside, timeUnknown }
}
