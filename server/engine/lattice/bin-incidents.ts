import type { IncidentColumns, IncidentSegment } from '../snapshot/incident-columns.ts'
import type { CellPopulation } from '../statistics/surface-types.ts'
import type { CompiledFilter } from '../snapshot/compile-filter.ts'
import { locateCells } from './lattice.ts'
import { type SelectedPositions, selectPositions } from '../snapshot/select-positions.ts'

/** The positions of one segment that pass the filter, with their dense cells; −1 outside the population. */
export interface BinnedPositions extends SelectedPositions {
  readonly columns: IncidentColumns
  readonly cell: Int32Array
}

/** Incidents by cell. All sums are in the filter's units. */
export interface Binned {
  /** One sum a cell of the dense block. */
  readonly sums: Float64Array
  /** Number of positions in a cell. */
  readonly positionsInCell: Int32Array
  /** Pass the filter but lie in no cell of the population. */
  readonly outside: number
  /** Left out because their time is too vague for the filter. */
  readonly timeUnknown: number
  /** One a segment. */
  readonly segments: readonly BinnedPositions[]
}

/** Puts every live incident that passes the filter into its cell: select → locate → add up, one tight loop each. */
export function binIncidents(
  segments: readonly IncidentSegment[],
  filter: CompiledFilter,
  population: CellPopulation,
): Binned {
  const cells = population.columns * population.rows
  const sums = new Float64Array(cells)
  const positionsInCell = new Int32Array(cells)
  let outside = 0
  let timeUnknown = 0
  const binned = segments.map((segment) => {
    const { columns } = segment
    const selected = selectPositions(segment, filter)
    const cell = new Int32Array(selected.length)
    locateCells(columns.xCm, columns.yCm, selected.row, selected.length, population, cell)
    const positions = { ...selected, columns, cell }
    outside += addUp(positions, population.landArea, sums, positionsInCell)
    timeUnknown += selected.timeUnknown
    return positions
  })
  return { sums, positionsInCell, outside, timeUnknown, segments: binned }
}

/** Adds positions to their cells, marks those outside the population by −1 and returns their sum. */
function addUp(
  { length, units, cell }: BinnedPositions,
  landArea: Float64Array,
  sums: Float64Array,
  positionsInCell: Int32Array,
): number {
  let outside = 0
  for (let k = 0; k < length; k++) {
    const at = cell[k]!
    if (at < 0 || landArea[at] === 0) {
      outside += units[k]!
      cell[k] = -1
      continue
    }
    sums[at]! += units[k]!
    positionsInCell[at]!++
  }
  return outside
}
