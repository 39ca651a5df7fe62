import { cellAt, denseIndex } from '../lattice/lattice.ts'
import { type CompiledFilter, rowUnits } from '../snapshot/compile-filter.ts'
import { type IncidentColumns, type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { monthIn, type MonthRange, monthStart, monthTable } from '../time/months.ts'
import type { Zone } from '../time/zone.ts'
import type { CellPopulation } from './surface-types.ts'

/**
 * Weighted incidents of a population's cells by the month of their first instant, one sum a month of the range.
 *
 * @param filter by first instant (`from`), of no hours
 */
export function monthsOfRows(
  segments: readonly IncidentSegment[],
  filter: CompiledFilter,
  population: CellPopulation,
  range: MonthRange,
  zone: Zone,
): Float64Array {
  const [begin, end] = [monthStart(zone, range.first), monthStart(zone, range.last + 1)]
  const months = monthTable(zone, begin, end - 1)
  const sums = new Float64Array(range.last - range.first + 1)
  for (const { columns, dead } of segments) {
    const isInside = insideOf(columns, population)
    const { fromMinute, length } = columns
    for (let row = 0; row < length; row++) {
      const minute = fromMinute[row]!
      if (minute < begin || minute >= end || (dead !== null && isDead(dead, row))) continue
      const units = rowUnits(filter, columns, row)
      if (units > 0 && isInside(row)) sums[monthIn(months, minute)]! += units
    }
  }
  return sums
}

/** Whether a row lies in a cell of the population; rows of one position, which are next to each other, are located once. */
function insideOf({ xCm, yCm }: IncidentColumns, population: CellPopulation): (row: number) => boolean {
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  let isInside = false
  return (row) => {
    if (xCm[row] !== lastX || yCm[row] !== lastY) {
      lastX = xCm[row]!
      lastY = yCm[row]!
      const { i, j } = cellAt(lastX / 100, lastY / 100, population.edgeMetres)
      const at = denseIndex(population, i, j)
      isInside = at >= 0 && population.landArea[at] !== 0
    }
    return isInside
  }
}
