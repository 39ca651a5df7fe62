/** A time zone as a table of its offset changes, so that local time costs a binary search and no `Intl` call. */
export interface Zone {
  readonly name: string
  /** Minutes since 1970 UTC at which an offset begins; the first is −Infinity's stand-in, the smallest Int32. */
  readonly sinceMinute: Int32Array
  /** Minutes that local time is ahead of UTC from the same index on. */
  readonly offsetMinutes: Int32Array
}

const FIRST_YEAR = 1970
const LAST_YEAR = 2060
const MINUTE_MS = 60_000
const DAY_MINUTES = 1440
const WEEK_MINUTES = 7 * DAY_MINUTES
/** 1970-01-01 was a Thursday: minutes from the Monday before to it. */
const EPOCH_WEEK_MINUTE = 3 * DAY_MINUTES

/**
 * The table of a named zone for 1970–2060; the last offset holds afterwards.
 *
 * @param name IANA name, for example `Europe/Stockholm`
 * @throws RangeError when the name is not known
 */
export function createZone(name: string): Zone {
  const offsetAt = offsetReader(name)
  const since: number[] = [-(2 ** 31)]
  const offsets: number[] = [offsetAt(Date.UTC(FIRST_YEAR, 0, 1) / MINUTE_MS)]
  let lastMinute = Date.UTC(FIRST_YEAR, 0, 1) / MINUTE_MS
  for (let month = 1; month <= (LAST_YEAR - FIRST_YEAR) * 12; month++) {
    const minute = Date.UTC(FIRST_YEAR, month, 1) / MINUTE_MS
    const offset = offsetAt(minute)
    if (offset !== offsets.at(-1)) {
      since.push(firstMinuteWith(offsetAt, offset, lastMinute, minute))
      offsets.push(offset)
    }
    lastMinute = minute
  }
  return { name, sinceMinute: Int32Array.from(since), offsetMinutes: Int32Array.from(offsets) }
}

function offsetReader(name: string): (minute: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  return (minute) => {
    const field: Record<string, number> = {}
    for (const part of format.formatToParts(minute * MINUTE_MS)) field[part.type] = Number(part.value)
    const local = Date.UTC(field.year!, field.month! - 1, field.day, field.hour, field.minute)
    return local / MINUTE_MS - minute
  }
}

function firstMinuteWith(offsetAt: (minute: number) => number, offset: number, low: number, high: number) {
  let before = low
  let from = high
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (offsetAt(middle) === offset) from = middle
    else before = middle
  }
  return from
}

/** Minutes that local time is ahead of UTC at a UTC minute. */
export function offsetAt(zone: Zone, utcMinute: number): number {
  const { sinceMinute, offsetMinutes } = zone
  let low = 0
  let high = sinceMinute.length - 1
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (sinceMinute[middle]! <= utcMinute) low = middle
    else high = middle - 1
  }
  return offsetMinutes[low]!
}

/** Local minutes since local 1970-01-01T00:00: a UTC minute as wall-clock time. */
export function toLocalMinute(zone: Zone, utcMinute: number): number {
  return utcMinute + offsetAt(zone, utcMinute)
}

/** Minute of the local week, 0–10079, Monday 00:00 = 0. */
function minuteOfWeek(zone: Zone, utcMinute: number): number {
  const minute = (toLocalMinute(zone, utcMinute) + EPOCH_WEEK_MINUTE) % WEEK_MINUTES
  return minute < 0 ? minute + WEEK_MINUTES : minute
}

/** Local hour of the week, 0–167, Monday 00:00 = 0. */
export function hourOfWeek(zone: Zone, utcMinute: number): number {
  return Math.floor(minuteOfWeek(zone, utcMinute) / 60)
}

/**
 * The UTC minute of a local time. A time that occurs twice means its first occurrence; a time that the clock skips
 * means as long after the change as it lies after the skipped hour's start.
 *
 * @param month 1–12; overflow is allowed as in `Date.UTC` (month 13 = January of the next year)
 */
export function fromLocal(
  zone: Zone,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
): number {
  const local = Date.UTC(year, month - 1, day, hour, minute) / MINUTE_MS
  const before = offsetAt(zone, local - DAY_MINUTES)
  const after = offsetAt(zone, local + DAY_MINUTES)
  const earliest = local - Math.max(before, after)
  const latest = local - Math.min(before, after)
  if (toLocalMinute(zone, earliest) === local) return earliest
  if (toLocalMinute(zone, latest) === local) return latest
  return local - before
}
