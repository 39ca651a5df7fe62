import { wholeMonths } from '../time/whole-months.ts'
import type { IncidentFilter } from './query.ts'
import type { Snapshot } from './types.ts'

/** A filter widened so that it cuts no month of which its sources date incidents by month only: see `wholeMonths`. */
export function inWholeMonths(filter: IncidentFilter, months: Snapshot['months']): IncidentFilter {
  return wholeMonths(filter, monthsOf(months, filter.sources))
}

/** The months of some sources; null = of all. */
export function monthsOf(months: Snapshot['months'], sources: readonly string[] | null): Snapshot['months'] {
  return sources === null ? months : months.filter(({ sourceId }) => sources.includes(sourceId))
}
