import { isYear, type PeriodKey } from '../area-series.ts'

/** Every quarter, or every year, from the oldest of some periods of one kind to the newest, also unpublished ones. */
export function periodRange(periods: readonly PeriodKey[]): readonly PeriodKey[] {
  const ordered = periods.toSorted()
  const [first, last] = [ordered[0], ordered.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: placeOf(last) - placeOf(first) + 1 }, (_, step) =>
    isYear(first) ? String(placeOf(first) + step) : quarterAt(placeOf(first) + step),
  )
}

function placeOf(period: PeriodKey): number {
  const [year = '', quarter = ''] = period.split('-Q')
  return isYear(period) ? Number(year) : Number(year) * 4 + Number(quarter) - 1
}

function quarterAt(place: number): PeriodKey {
  return `${Math.floor(place / 4)}-Q${(place % 4) + 1}`
}
