import { fromLocal, toLocalMinute, type Zone } from './zone.ts'
import { monthAt, monthStart } from './months.ts'
import type { Source } from '../snapshot/source.ts'

const DAY_MINUTES = 1440
/** Shorter series say too little about dispersion. */
const MIN_STEPS = 10
/** Share of a period that may lie after the last incident of a source with an open end. */
const MAX_QUIET_SHARE = 0.05

/** [from, to) in minutes since 1970 UTC. */
export type Period = readonly [from: number, to: number]

/** Local calendar fields of a UTC minute, shifted by years and days. */
function shifted(zone: Zone, utcMinute: number, years: number, days: number): number {
  const local = new Date(toLocalMinute(zone, utcMinute) * 60_000)
  return fromLocal(
    zone,
    local.getUTCFullYear() + years,
    local.getUTCMonth() + 1,
    local.getUTCDate() + days,
    local.getUTCHours(),
    local.getUTCMinutes(),
  )
}

/** Local midnight that begins the day of a minute, some days on. */
function midnight(zone: Zone, utcMinute: number, days: number): number {
  const local = new Date(toLocalMinute(zone, utcMinute) * 60_000)
  return fromLocal(zone, local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate() + days)
}

/** The same local dates and times a year before. */
export function yearEarlier(zone: Zone, [from, to]: Period): Period {
  return [shifted(zone, from, -1, 0), shifted(zone, to, -1, 0)]
}

/** Calendar months within two periods, for the spread of counts. */
export interface SpreadSteps {
  /** Ascending borders; step k is [borders[k], borders[k + 1]). */
  readonly borders: Int32Array
  /** First step and number of steps of each period that is long enough to say anything. */
  readonly runs: readonly { readonly first: number; readonly steps: number }[]
}

/** Days of each step of a series. */
export function daysOfSteps(borders: Int32Array): Float64Array {
  return Float64Array.from({ length: Math.max(0, borders.length - 1) }, (_, k) =>
    Math.round((borders[k + 1]! - borders[k]!) / DAY_MINUTES),
  )
}

/** The whole calendar months of a period and of the one a year earlier. */
export function spreadSteps(zone: Zone, period: Period, earlier: Period): SpreadSteps {
  const later = stepsOf(zone, period)
  const former = stepsOf(zone, earlier)
  if (later.length === 0) return { borders: Int32Array.of(), runs: [] }
  const steps = later.length - 1
  if (former.length === 0 || former.at(-1)! > later[0]!)
    return { borders: Int32Array.from(later), runs: [{ first: 0, steps }] }
  const joined = former.at(-1) === later[0] ? [...former, ...later.slice(1)] : [...former, ...later]
  return {
    borders: Int32Array.from(joined),
    runs: [
      { first: 0, steps: former.length - 1 },
      { first: joined.length - later.length, steps },
    ],
  }
}

/** Borders of the whole calendar months of a period; none when they are too few. */
function stepsOf(zone: Zone, [from, to]: Period): readonly number[] {
  const first = monthAt(zone, from)
  const months = Array.from({ length: monthAt(zone, to) - first + 1 }, (_, k) => monthStart(zone, first + k))
  const borders = months.filter((border) => border >= from)
  return borders.length > MIN_STEPS ? borders : []
}

/** Whether two periods overlap: they share incidents then, so no test of one against the other is valid. */
export function overlap(a: Period, b: Period): boolean {
  return a[0] < b[1] && b[0] < a[1]
}

/**
 * True when the sources cover the whole period: each by its own statement, an open statement by the days of the first
 * and the last incident that are known. Time after the last import is missing data; up to a twentieth of the period
 * may be, since the last days before an import may have had no incidents.
 *
 * @param known minutes of the first and the last incident, null when there are none
 */
export function isCovered(
  zone: Zone,
  [from, to]: Period,
  sources: readonly Source[],
  known: { readonly fromMinute: number; readonly toMinute: number } | null,
): boolean {
  if (known === null) return false
  return sources.every(({ coversFrom, coversTo }) => {
    const begins = coversFrom === null ? midnight(zone, known.fromMinute, 0) : dateMinute(zone, coversFrom, 0)
    const ends =
      coversTo === null
        ? midnight(zone, known.toMinute, 1) + MAX_QUIET_SHARE * (to - from)
        : dateMinute(zone, coversTo, 1)
    return from >= begins && to <= ends
  })
}

/** Local midnight of an ISO date, some days on. */
function dateMinute(zone: Zone, date: string, days: number): number {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number)
  return fromLocal(zone, year!, month!, day! + days)
}
