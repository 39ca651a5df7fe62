import { DomainError } from '../engine/errors.ts'
import type { PermittedSurfaceQuery, SurfaceQuery } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Audience } from '../platform/access/audience.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import { permitSurface } from './permit.ts'
import type { UnitContext } from './permit-units.ts'

/**
 * A query limited to what an audience may see of a snapshot.
 *
 * @throws DomainError `forbidden`, `unprocessable`
 */
export function permitSurfaceOn(
  { layers }: Snapshot,
  audience: Audience,
  query: SurfaceQuery,
  zone: Zone,
): PermittedSurfaceQuery {
  return permitSurface(
    audience,
    query,
    isLimited(audience) ? unitContext(layers, zone) : null,
    layers.sources,
  )
}

function unitContext({ sources, cut }: Snapshot['layers'], zone: Zone): UnitContext {
  if (cut === null) throw new DomainError('unprocessable', 'There are no incidents to tell of yet.')
  return { zone, sources, cutAtMs: cut.madeAtMs }
}

/** The version of a surface's data; for units that of the cut, which later rows do not change. */
export function surfaceVersion({ version, layers: { cut, digest } }: Snapshot, ofUnits: boolean): string {
  if (!ofUnits) return version
  return cut === null ? digest : [cut.epoch, cut.id, cut.purges, digest].join('-')
}
