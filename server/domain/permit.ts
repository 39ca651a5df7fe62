import { type Audience, seesEverything } from './audience.ts'
import { CATEGORIES } from './categories.ts'
import { DomainError } from './errors.ts'
import { FLAGS } from './incident.ts'
import type { IncidentFilter, PermittedSurfaceQuery, SurfaceQuery } from './query.ts'
import { toLocalMinute, type Zone } from './zone.ts'

const DAY_MINUTES = 1440
const LEAST_EDGE_METRES = 100
const LEAST_DAYS = 28
const EVERY_FLAG = Object.values(FLAGS).reduce((bits, bit) => bits | bit, 0)

/**
 * What an audience may ask of a hotspot surface.
 *
 * Analysts ask anything. Planners and coordinators see cells of 100 m and more, of periods of 28 whole local days and
 * more, of one group or of chosen categories, none of them sensitive; flagged incidents are left out, for they are shown
 * city-wide only. The public and partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @param zone the city's zone, by which days are whole; needed for planners and coordinators
 * @throws DomainError `forbidden`
 */
export function permitSurface(
  audience: Audience,
  query: SurfaceQuery,
  zone: Zone | null = null,
): PermittedSurfaceQuery {
  if (seesEverything(audience)) return { ...query, audienceKey: audience.cacheKey }
  if (audience.role !== 'planner' && audience.role !== 'coordinator') {
    throw new DomainError('forbidden', 'Hotspots are open to planners, coordinators and analysts.')
  }
  if (query.edgeMetres < LEAST_EDGE_METRES) {
    throw new DomainError('forbidden', `Cells of less than ${LEAST_EDGE_METRES} m are open to analysts only.`)
  }
  refuseShortPeriod(query.filter, zone)
  refuseSensitive(query.filter)
  return {
    ...query,
    filter: { ...query.filter, excludedFlags: EVERY_FLAG },
    audienceKey: audience.cacheKey,
  }
}

function refuseShortPeriod({ fromMinute, toMinute }: IncidentFilter, zone: Zone | null): void {
  const borders = [fromMinute, toMinute].filter((minute) => minute !== null)
  if (borders.length > 0 && zone === null) throw new TypeError('Whole days need a zone.')
  const local = borders.map((minute) => toLocalMinute(zone!, minute))
  const whole = local.every((minute) => minute % DAY_MINUTES === 0)
  const long = local.length < 2 || local[1]! - local[0]! >= LEAST_DAYS * DAY_MINUTES
  if (!whole || !long) {
    throw new DomainError(
      'forbidden',
      `Periods of less than ${LEAST_DAYS} whole days are open to analysts only.`,
    )
  }
}

function refuseSensitive({ categories, categoriesLabel, flags }: IncidentFilter): void {
  if (categoriesLabel === 'group:all') {
    throw new DomainError('forbidden', 'All categories together are open to analysts only.')
  }
  if (flags !== 0 || categories.some((index) => CATEGORIES[index]!.sensitive)) {
    throw new DomainError('forbidden', 'Sensitive categories and flags are shown city-wide only.')
  }
}
