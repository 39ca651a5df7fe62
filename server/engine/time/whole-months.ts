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
 * A period whose borders cut none of some months: a border within one moves outwards to its start or end. An incident
 * dated by month belongs to the whole month, so it cannot be split.
 *
 * @param months those with incidents dated by month only
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
