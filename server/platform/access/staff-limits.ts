import type { Audience } from './audience.ts'
import { CATEGORIES } from '../../engine/snapshot/categories.ts'
import { DomainError } from '../../engine/errors.ts'
import { FLAGS } from '../../engine/snapshot/incident.ts'
import type { HourWindow } from '../../engine/snapshot/query.ts'
import { toLocalMinute, type Zone } from '../../engine/time/zone.ts'
import type { Source } from '../../engine/snapshot/source.ts'
import { DAYPART_HOURS } from '../../engine/time/dayparts.ts'

/** What planners and coordinators see of incidents at the finest. */
export const LEAST_EDGE_METRES = 100
export const LEAST_DAYS = 28
export const LEAST_FOOTPRINT_M2 = 10_000
/**
 * By Brunn and Minkowski a ring of width w round A m² holds at least 2w√(πA) + πw²: 25 m round a hectare, more than
 * another hectare, whatever its shape.
 */
export const LEAST_RING_METRES = 25

/** Flags and categories that they see city-wide only. */
export const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)
export const SENSITIVE_CATEGORIES: readonly number[] = CATEGORIES.flatMap(({ sensitive }, index) =>
  sensitive ? [index] : [],
)

const SMALLEST_SHARE = { hours: 1 / 3, weekdays: 2 / 7 } as const
const WEEKDAYS: readonly string[] = ['1,2,3,4,5', '6,7', '1,2,3,4,5,6,7']

const DAY_MINUTES = 1440

/** What a permission depends on besides who asks for what. */
export interface PermitContext {
  readonly zone: Zone
  /** First and last minute that any incident begins in; null when there are none. */
  readonly known: { readonly fromMinute: number; readonly toMinute: number } | null
  readonly sources: readonly Pick<Source, 'id' | 'audiences'>[]
}

/** Whether an audience sees incidents, but within limits. */
export function isLimited({ role }: Audience): boolean {
  return role === 'planner' || role === 'coordinator'
}

/**
 * The days of a period that there is anything to know of. An open end, or one beyond the last import, must not turn a
 * long question into an answer about yesterday: where a period cuts the data, what it leaves must be long enough too.
 *
 * @param fromMinute [from, to) in minutes since 1970 UTC; null = open
 * @returns whole local days that hold data, all of them where the period holds all data
 * @throws DomainError `forbidden` for borders within a day, and for fewer than 28 days
 */
export function permittedDays(
  fromMinute: number | null,
  toMinute: number | null,
  { zone, known }: PermitContext,
): number {
  const from = fromMinute === null ? -Infinity : toLocalMinute(zone, fromMinute)
  const to = toMinute === null ? Infinity : toLocalMinute(zone, toMinute)
  if ([from, to].some((minute) => Number.isFinite(minute) && minute % DAY_MINUTES !== 0)) throw tooShort()
  if (daysBetween(from, to) < LEAST_DAYS) throw tooShort()
  if (known === null) return daysBetween(from, to)
  const first = startOfDay(toLocalMinute(zone, known.fromMinute))
  const end = startOfDay(toLocalMinute(zone, known.toMinute)) + DAY_MINUTES
  const days = daysBetween(Math.max(from, first), Math.min(to, end))
  const cutsData = from > first || to < end
  if (cutsData && days > 0 && days < LEAST_DAYS) throw tooShort(` The data hold ${days} days of this period.`)
  return Math.max(0, days)
}

/**
 * Refuses hours and weekdays finer than the three parts of the day and weekdays apart from weekends.
 *
 * @throws DomainError `forbidden`
 */
export function refuseNarrowTimes(hours: HourWindow | null, weekdays: readonly number[] | null): void {
  if (
    hours !== null &&
    ![hours.startHour, hours.endHour].every((hour) => DAYPART_HOURS.some((h) => h === hour))
  )
    throw new DomainError('forbidden', `Hours other than ${partsText()} are open to analysts only.`)
  if (weekdays !== null && !WEEKDAYS.includes(weekdays.join(',')))
    throw new DomainError(
      'forbidden',
      'Single weekdays are open to analysts only; 1-5 or 6-7 may be asked for.',
    )
}

/** Days of which every part holds at least 28 days' worth. */
export function daysForParts(byHours: boolean, byWeekdays: boolean): number {
  const share = (byHours ? SMALLEST_SHARE.hours : 1) * (byWeekdays ? SMALLEST_SHARE.weekdays : 1)
  return Math.ceil(LEAST_DAYS / share - 1e-9)
}

/**
 * The sources that are open to an audience.
 *
 * @param asked source ids; null = all
 * @returns ids, or null where nothing is left out
 * @throws DomainError `forbidden` when a source that is asked for, or every source, is not open
 */
export function openSources(
  { role }: Audience,
  asked: readonly string[] | null,
  sources: PermitContext['sources'],
): readonly string[] | null {
  const closed = new Set(
    sources.flatMap(({ id, audiences }) => (audiences.some((a) => a === role) ? [] : [id])),
  )
  if (closed.size === 0) return asked
  const refused = asked?.find((id) => closed.has(id))
  if (refused !== undefined)
    throw new DomainError('forbidden', `The source ${refused} is not open to the role ${role}.`)
  if (asked !== null) return asked
  const open = sources.flatMap(({ id }) => (closed.has(id) ? [] : [id])).toSorted()
  if (open.length === 0) throw new DomainError('forbidden', `No source is open to the role ${role}.`)
  return open
}

const daysBetween = (from: number, to: number) => (to - from) / DAY_MINUTES
const startOfDay = (minute: number) => Math.floor(minute / DAY_MINUTES) * DAY_MINUTES

function partsText(): string {
  return DAYPART_HOURS.map((hour, k) => `${hour}-${DAYPART_HOURS[(k + 1) % DAYPART_HOURS.length]}`).join(', ')
}

function tooShort(besides = ''): DomainError {
  return new DomainError(
    'forbidden',
    `Periods of less than ${LEAST_DAYS} whole days are open to analysts only.${besides}`,
  )
}
