import { DomainError } from '../../engine/errors.ts'
import { overlap } from '../../engine/time/periods.ts'
import { fromLocal, toLocalMinute, type Zone } from '../../engine/time/zone.ts'
import { COMPARISON_REFUSALS } from '../messages.ts'

/** [from, to) in minutes since 1970 UTC. */
type Span = readonly [from: number, to: number]

interface OpenSpan {
  readonly fromMinute: number | null
  readonly toMinute: number | null
}

/**
 * The same days some years earlier: the same season, so that it explains no difference.
 *
 * @throws DomainError `unprocessable` for an open period, and for one that overlaps its earlier twin
 */
export function earlierPeriod({ fromMinute, toMinute }: OpenSpan, years: number, zone: Zone) {
  if (fromMinute === null || toMinute === null)
    throw new DomainError('unprocessable', COMPARISON_REFUSALS.open)
  const now: Span = [fromMinute, toMinute]
  const before: Span = [yearsBefore(fromMinute, years, zone), yearsBefore(toMinute, years, zone)]
  if (overlap(now, before)) throw new DomainError('unprocessable', COMPARISON_REFUSALS.overlap)
  return { now, before }
}

/** The same local date and time of an earlier year; 29 February becomes 1 March. */
function yearsBefore(minute: number, years: number, zone: Zone): number {
  const local = new Date(toLocalMinute(zone, minute) * 60_000)
  return fromLocal(
    zone,
    local.getUTCFullYear() - years,
    local.getUTCMonth() + 1,
    local.getUTCDate(),
    local.getUTCHours(),
    local.getUTCMinutes(),
  )
}
