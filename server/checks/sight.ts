import { leastPieceM2 } from '../engine/geometry/planar/least-piece.ts'
import { planarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { RowScope } from '../engine/snapshot/row-scope.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { RankEvidence } from './evidence.ts'
import type { CheckSight } from './permit-check.ts'
import type { Footprint } from './footprint.ts'

/** The rows of a snapshot that a check counts. @param sourceIds source ids by `columns.source` */
export function rowScopeOf(sight: CheckSight, sourceIds: readonly string[]): RowScope {
  const { excludedFlags, excludedCategories, sources } = sight
  return {
    precisionMask: DEFAULT_PRECISION_MASK,
    excludedFlags,
    excludedCategories: excludedCategories.reduce((bits, category) => bits | (1 << category), 0),
    excludedSources:
      sources === null ? null : Uint8Array.from(sourceIds, (id) => (sources.includes(id) ? 0 : 1)),
  }
}

/** Area of the smallest piece of a footprint, m²: of its parts, and of what hangs on to a part by a thread alone. */
export function leastPartM2({ planar }: Pick<Footprint, 'planar'>): number {
  const parts = planar.type === 'Polygon' ? [planar.coordinates] : planar.coordinates
  return Math.min(
    ...parts.map((coordinates) => leastPieceM2(planarPolygon({ type: 'Polygon', coordinates }))),
  )
}

/** What makes places comparable: residents where statistical areas carry any, else incidents of the other groups. */
export function matchedOn(areas: readonly Area[]): RankEvidence['matchedOn'] {
  const known = areas.some(
    ({ properties: { kind, residents, validTo } }) =>
      kind === 'base' && residents !== null && validTo === null,
  )
  return known ? 'residents' : 'incidents'
}
