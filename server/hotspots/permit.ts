import { DomainError } from '../engine/errors.ts'
import type { PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { leftOutSources, openSources, type SourceTerms } from '../platform/access/source-access.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import { permitUnits, type UnitContext } from './permit-units.ts'

/**
 * Limits a surface query to what an audience may see.
 *
 * Analysts query the rows of the sources open to their organisation. Planners and coordinators get sums of units: see `permitUnits`. The public and
 * partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @param context the units; needed for planners and coordinators
 * @param sources all that are stored
 * @throws DomainError `forbidden`, `unprocessable`
 */
export function permitSurface(
  audience: Audience,
  query: SurfaceQuery,
  context: UnitContext | null,
  sources: readonly SourceTerms[],
): PermittedSurfaceQuery {
  const permitted = permittedFigures(audience, query, sources, context)
  const leftOut = leftOutSources(audience, sources).map(({ id }) => id)
  return leftOut.length === 0 ? permitted : { ...permitted, leftOut }
}

function permittedFigures(
  audience: Audience,
  query: SurfaceQuery,
  sources: readonly SourceTerms[],
  context: UnitContext | null,
): PermittedSurfaceQuery {
  if (seesEverything(audience)) {
    const open = openSources(audience, query.filter.sources, sources)
    return { ...query, filter: { ...query.filter, sources: open }, audienceKey: audience.cacheKey }
  }
  if (!isLimited(audience))
    throw new DomainError('forbidden', 'Hotspots are open to planners, coordinators and analysts.')
  if (context === null) throw new TypeError('Planners are answered from units, and there are none here.')
  return permitUnits(audience, query, context)
}
