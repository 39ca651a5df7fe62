import { DomainError } from '../engine/errors.ts'
import type { PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import { permitUnits, type UnitContext } from './permit-units.ts'

/**
 * What an audience may ask of a hotspot surface.
 *
 * Analysts ask anything, of rows. Planners and coordinators are answered from units: see `permitUnits`. The public and
 * partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @param context what planners and coordinators are answered from; needed for them
 * @throws DomainError `forbidden`, `unprocessable`
 */
export function permitSurface(
  audience: Audience,
  query: SurfaceQuery,
  context: UnitContext | null = null,
): PermittedSurfaceQuery {
  if (seesEverything(audience)) return { ...query, audienceKey: audience.cacheKey }
  if (!isLimited(audience))
    throw new DomainError('forbidden', 'Hotspots are open to planners, coordinators and analysts.')
  if (context === null) throw new TypeError('Planners are answered from units, and there are none here.')
  return permitUnits(audience, query, context)
}
