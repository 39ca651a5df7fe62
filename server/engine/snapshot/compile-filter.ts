import type { IncidentColumns } from './incident-columns.ts'
import type { IncidentFilter, TimeMode } from './query.ts'
import type { Zone } from '../time/zone.ts'
import { createCoveredMinutes } from '../time/covered-minutes.ts'
import { coveredWeekHours } from '../time/week-hours.ts'
import { isHourKnown, WHOLE_DAY } from '../time/known-hour.ts'

/** Parts of an incident are whole numbers of this fraction, so that sums do not depend on the order of adding. */
export const APPORTION_UNITS = 2 ** 20

const CODES = 256
const EARLIEST = -(2 ** 31)
const LATEST = 2 ** 31

/** A filter as lookup tables for scans over columns. */
export interface CompiledFilter {
  readonly time: TimeMode
  /** Units of a whole incident: 1 by the from instant, 2^20 where it may be apportioned. */
  readonly unit: number
  /** 1 where the category index counts. */
  readonly category: Uint8Array
  /** 1 where the place byte (precision and setting) counts. */
  readonly place: Uint8Array
  /** 1 where the source index counts. */
  readonly source: Uint8Array
  readonly requiredFlags: number
  readonly excludedFlags: number
  /** The period [fromMinute, toMinute). */
  readonly fromMinute: number
  readonly toMinute: number
  /** Null without a condition on hours or weekdays. */
  readonly hours: CoveredHours | null
}

interface CoveredHours {
  /** 1 where an incident's time is known well enough for the condition, by `hourOfWeek`. */
  readonly known: Uint8Array
  /** 1 where the local hour of the week counts. */
  readonly counts: Uint8Array
  /** Minutes of counted local hours before a UTC minute. */
  readonly minutesBefore: (utcMinute: number) => number
}

/**
 * Compiles a filter for one snapshot.
 *
 * How an incident whose time is an interval counts, period [P, Q):
 * - `from`: whole, when its first instant lies in the period. An interval that crosses P is left out, one that
 *   crosses Q counts whole.
 * - `aoristic`: by the share of its minutes that lie in the period and in counted hours (Ratcliffe 2000). Without a
 *   known end it counts whole in the hour of its first instant.
 *
 * A condition on hours or weekdays makes it `aoristic`, and leaves out incidents of too vague a time: see `rowUnits`.
 *
 * @param sourceIds source ids by `columns.source`
 */
export function compileFilter(
  filter: IncidentFilter,
  context: { readonly zone: Zone; readonly sourceIds: readonly string[] },
  time: TimeMode = 'from',
): CompiledFilter {
  const counted = timeModeOf(filter, time)
  return {
    time: counted,
    unit: counted === 'aoristic' ? APPORTION_UNITS : 1,
    category: table(CODES, (code) => filter.categories.includes(code)),
    place: table(CODES, (code) => ((filter.precisionMask >>> (code & 15)) & 1) === 1),
    source: table(
      context.sourceIds.length,
      (k) => filter.sources === null || filter.sources.includes(context.sourceIds[k]!),
    ),
    requiredFlags: filter.flags,
    excludedFlags: filter.excludedFlags ?? 0,
    fromMinute: filter.fromMinute ?? EARLIEST,
    toMinute: filter.toMinute ?? LATEST,
    hours: isTimed(filter) ? coveredHours(filter, context.zone) : null,
  }
}

/** The time mode of a filter: aoristic wherever it has hours or weekdays. */
export function timeModeOf(
  filter: Pick<IncidentFilter, 'hours' | 'weekdays'>,
  requested: TimeMode,
): TimeMode {
  return isTimed(filter) ? 'aoristic' : requested
}

function isTimed({ hours, weekdays }: Pick<IncidentFilter, 'hours' | 'weekdays'>): boolean {
  return hours !== null || weekdays !== null
}

/** A whole day has no hour, but a weekday. */
function coveredHours({ hours, weekdays }: IncidentFilter, zone: Zone): CoveredHours {
  const counts = coveredWeekHours(hours, weekdays)
  return {
    known: table(CODES, (code) => isHourKnown(code) || (code === WHOLE_DAY && hours === null)),
    counts,
    minutesBefore: createCoveredMinutes(zone, counts),
  }
}

function table(length: number, counts: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length }, (_, code) => (counts(code) ? 1 : 0))
}

/**
 * The value of a row in units of the filter: weight · unit when all of it counts, 0 when nothing does. Negative when
 * it would count but its time is not known well enough for the requested hours or weekdays (whole days for hours, an
 * interval of more than 24 hours for both): the magnitude is reported as `timeUnknown`. Does not check for dead rows.
 */
export function rowUnits(filter: CompiledFilter, columns: IncidentColumns, row: number): number {
  if (filter.category[columns.category[row]!] === 0) return 0
  const from = columns.fromMinute[row]!
  if (from >= filter.toMinute) return 0
  const aoristic = filter.time === 'aoristic'
  if (!aoristic && from < filter.fromMinute) return 0
  if (filter.place[columns.place[row]!] === 0 || filter.source[columns.source[row]!] === 0) return 0
  const flags = columns.flags[row]!
  if ((flags & filter.requiredFlags) !== filter.requiredFlags || (flags & filter.excludedFlags) !== 0)
    return 0
  return aoristic ? apportionedUnits(filter, columns, row) : columns.weight[row]!
}

function apportionedUnits(filter: CompiledFilter, columns: IncidentColumns, row: number): number {
  const from = columns.fromMinute[row]!
  const to = columns.toMinute[row]!
  const whole = columns.weight[row]! * filter.unit
  const { hours } = filter
  const code = columns.hourOfWeek[row]!
  if (to <= from) {
    return from >= filter.fromMinute && (hours === null || hours.counts[code] === 1) ? whole : 0
  }
  const start = Math.max(from, filter.fromMinute)
  const end = Math.min(to, filter.toMinute)
  if (end <= start) return 0
  const part = portion(whole, from, to, start, end)
  if (hours === null) return part
  if (hours.known[code] === 0) return -part
  return Math.round((whole * (hours.minutesBefore(end) - hours.minutesBefore(start))) / (to - from))
}

/** The part [start, end) of a whole spread over [from, to), rounded so that adjoining parts add up exactly. */
function portion(whole: number, from: number, to: number, start: number, end: number): number {
  const duration = to - from
  return Math.round((whole * (end - from)) / duration) - Math.round((whole * (start - from)) / duration)
}
