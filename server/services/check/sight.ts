import { areaOf, planarPolygon } from '../../analysis/planar/planar-polygon.ts'
import type { RowScope } from '../../analysis/row-scope.ts'
import { DEFAULT_PRECISION_MASK } from '../../domain/incident.ts'
import type { CheckSight } from '../../domain/permit-check.ts'
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

/** Area of the smallest of a footprint's polygons, m². */
export function leastPartM2({ planar, areaM2 }: Pick<Footprint, 'planar' | 'areaM2'>): number {
  if (planar.type === 'Polygon') return areaM2
  return Math.min(
    ...planar.coordinates.map((coordinates) => areaOf(planarPolygon({ type: 'Polygon', coordinates }))),
  )
}
