import type { IncidentColumns, IncidentSegment } from '../domain/incident-columns.ts'
import type { CellPopulation } from '../domain/surface.ts'
import type { CompiledFilter } from './compile-filter.ts'
import { locateCells } from './lattice.ts'
import { type SelectedRows, selectRows } from './select-rows.ts'

/** The rows of one segment that pass the filter, with their dense cells; −1 outside the population. */
export interface BinnedRows extends SelectedRows {
  readonly columns: IncidentColumns
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
  readonly segments: readonly BinnedRows[]
}

/** Puts every live incident that passes the filter into its cell: select → locate → add up, one tight loop each. */
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
  const binned = segments.map((segment) => {
    const { columns } = segment
    const selected = selectRows(segment, filter)
    const cell = new Int32Array(selected.length)
    locateCells(columns.xCm, columns.yCm, selected.row, selected.length, population, cell)
    const rows = { ...selected, columns, cell }
    outside += addUp(rows, population.landArea, sums, rowsInCell)
    timeUnknown += selected.timeUnknown
    return rows
  })
  return { sums, rowsInCell, outside, timeUnknown, segments: binned }
}

/** Adds rows to their cells, marks those outside the population by −1 and gives what they come to. */
function addUp(
  { length, row, units, columns, cell }: BinnedRows,
  landArea: Float64Array,
  sums: Float64Array,
  rowsInCell: Int32Array,
): number {
  const { weight } = columns
  let outside = 0
  for (let k = 0; k < length; k++) {
    const amount = units === null ? weight[row[k]!]! : units[k]!
    const at = cell[k]!
    if (at < 0 || landArea[at] === 0) {
      outside += amount
      cell[k] = -1
      continue
    }
    sums[at]! += amount
    rowsInCell[at]!++
  }
  return outside
}
