/** A calendar month, [from, to) in minutes since 1970 UTC. */
export interface MonthSpan {
  readonly fromMinute: number
  readonly toMinute: number
}

/** [from, to) in minutes since 1970 UTC; null = open. */
interface OpenPeriod {
  readonly fromMinute: number | null
  readonly toMinute: number | null
}

/**
 * A period whose borders lie within none of some months: a border that cuts one moves outwards, to where the month begins
 * or ends. An incident that is known to its month belongs to the month whole, so no part of it can be told.
 *
 * @param months those of which there are incidents that are known to the month only
 */
export function wholeMonths<P extends OpenPeriod>(period: P, months: readonly MonthSpan[]): P {
  const from = monthCutBy(period.fromMinute, months)
  const to = monthCutBy(period.toMinute, months)
  if (from === undefined && to === undefined) return period
  return {
    ...period,
    fromMinute: from?.fromMinute ?? period.fromMinute,
    toMinute: to?.toMinute ?? period.toMinute,
  }
}

/** The month that a minute cuts in two, if any. */
export function monthCutBy(minute: number | null, months: readonly MonthSpan[]): MonthSpan | undefined {
  if (minute === null) return undefined
  return months.find(({ fromMinute, toMinute }) => fromMinute < minute && minute < toMinute)
}
