import type { Audience } from './audience.ts'
import { CATEGORIES } from '../../engine/snapshot/categories.ts'
import { DomainError } from '../../engine/errors.ts'
import { FLAGS } from '../../engine/snapshot/incident.ts'
import type { HourWindow } from '../../engine/snapshot/query.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { Source } from '../../engine/snapshot/source.ts'
import { DAYPART_HOURS } from '../../engine/time/dayparts.ts'

/** What planners and coordinators see of incidents at the finest. */
export const LEAST_EDGE_METRES = 100
export const LEAST_DAYS = 28

/** Flags and categories that they see city-wide only. */
export const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)
export const SENSITIVE_CATEGORIES: readonly number[] = CATEGORIES.flatMap(({ sensitive }, index) =>
  sensitive ? [index] : [],
)

const SMALLEST_SHARE = { hours: 1 / 3, weekdays: 2 / 7 } as const
const WEEKDAYS: readonly string[] = ['1,2,3,4,5', '6,7', '1,2,3,4,5,6,7']

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

function partsText(): string {
  return DAYPART_HOURS.map((hour, k) => `${hour}-${DAYPART_HOURS[(k + 1) % DAYPART_HOURS.length]}`).join(', ')
}
