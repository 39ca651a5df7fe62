import { autoEdge } from '../engine/lattice/auto-edge.ts'
import type { EdgeMetres, IncidentFilter } from '../engine/snapshot/query.ts'
import { PART_EDGE } from '../engine/units/build-part-cube.ts'
import type { Audience } from '../platform/access/audience.ts'
import { isLimited } from '../platform/access/staff-limits.ts'

/** The edge that `cell=auto` means at a zoom, no finer than the audience's units. */
export function autoEdgeFor(
  audience: Audience,
  { hours, weekdays }: Pick<IncidentFilter, 'hours' | 'weekdays'>,
  zoom: number,
): EdgeMetres {
  const edge = autoEdge(zoom)
  const ofParts = isLimited(audience) && (hours !== null || weekdays !== null)
  return ofParts && edge < PART_EDGE ? PART_EDGE : edge
}
