import { wholeMonths } from '../time/whole-months.ts'
import type { IncidentFilter } from './query.ts'
import type { Snapshot } from './types.ts'

/** A filter whose period cuts no month that its sources know incidents of to the month only: see `wholeMonths`. */
export function inWholeMonths(filter: IncidentFilter, months: Snapshot['months']): IncidentFilter {
  return wholeMonths(filter, monthsOf(months, filter.sources))
}

/** The months of some sources; null = of all. */
export function monthsOf(months: Snapshot['months'], sources: readonly string[] | null): Snapshot['months'] {
  return sources === null ? months : months.filter(({ sourceId }) => sources.includes(sourceId))
}
