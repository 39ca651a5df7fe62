import type { HotspotMonths } from '../../../server/hotspots/months/contract.ts'
import type { DateRange } from '../filters/filters.ts'

type Periods = HotspotMonths['periods']

/** The first and the last of the periods that a range of days touches; null where it touches none. */
export function chosenBars(
  periods: Periods,
  { from, to }: DateRange,
): { readonly first: number; readonly last: number } | null {
  const first = periods.findIndex((period) => from === null || period.to > from)
  const last = periods.findLastIndex((period) => to === null || period.from < to)
  return first < 0 || last < first ? null : { first, last }
}

/** Two bars in order, moved back where the later one would lie beyond the last of `bars`, forth where before the first. */
export function movedBars(
  { first, last }: { readonly first: number; readonly last: number },
  by: number,
  bars: number,
): { readonly first: number; readonly last: number } {
  const moved = Math.min(Math.max(by, -first), bars - 1 - last)
  return { first: first + moved, last: last + moved }
}
