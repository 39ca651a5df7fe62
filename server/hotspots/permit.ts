import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { DomainError } from '../engine/errors.ts'
import { permittedPeriod } from '../platform/access/permitted-period.ts'
import type { IncidentFilter, PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import { requireRight } from '../platform/access/rights.ts'
import {
  EVERY_FLAG,
  isLimited,
  LEAST_EDGE_METRES,
  openSources,
  type PermitContext,
  refuseNarrowTimes,
} from '../platform/access/staff-limits.ts'

/**
 * What an audience may ask of a hotspot surface.
 *
 * Analysts ask anything. Planners and coordinators see cells of 100 m and more, of 28 whole days and more, widened to the
 * calendar months that hold them, of one group or of chosen categories, none of them sensitive, from sources that are open
 * to them; of hours and weekdays, coarse parts of longer steps of the calendar. Flagged incidents are left out, for they are
 * shown city-wide only. The public and partners read releases and never query incidents; administrators have no access
 * to incidents.
 *
 * @param context the city's zone, data and sources; needed for planners and coordinators
 * @throws DomainError `forbidden`
 */
export function permitSurface(
  audience: Audience,
  query: SurfaceQuery,
  context: PermitContext | null = null,
): PermittedSurfaceQuery {
  requireRight(audience, 'hotspots.read')
  if (seesEverything(audience)) return { ...query, audienceKey: audience.cacheKey }
  if (!isLimited(audience)) {
    throw new DomainError('forbidden', 'Hotspots are open to planners, coordinators and analysts.')
  }
  if (context === null) throw new TypeError('The limits of planners need the city’s zone, data and sources.')
  if (query.edgeMetres < LEAST_EDGE_METRES) {
    throw new DomainError('forbidden', `Cells of less than ${LEAST_EDGE_METRES} m are open to analysts only.`)
  }
  const { filter } = query
  refuseSensitive(filter)
  refuseNarrowTimes(filter.hours, filter.weekdays)
  const parts = { hours: filter.hours !== null, weekdays: filter.weekdays !== null }
  const period = permittedPeriod(filter, parts, context)
  const sources = openSources(audience, filter.sources, context.sources)
  return {
    ...query,
    filter: { ...filter, ...period, sources, excludedFlags: EVERY_FLAG },
    audienceKey: audience.cacheKey,
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
