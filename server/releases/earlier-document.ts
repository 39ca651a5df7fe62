import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'

/**
 * What an early public document disclosed, from before documents contained only released figures: counts in a region
 * of its own. They cannot be withdrawn, so no figure by statistical area is released for the same region, group and
 * time.
 */
export interface EarlierDocument {
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly footprint: Polygon | MultiPolygon
  /** How far from the footprint the outermost of its rings reaches. */
  readonly reachMetres: number
  /** [from, to), minutes since 1970 UTC. */
  readonly fromMinute: number
  readonly toMinute: number
  readonly groups: readonly CategoryGroupCode[]
}

/** The documents filed under the earlier rule. */
export interface EarlierDocuments {
  earlierDocuments(): Promise<readonly EarlierDocument[]>
}
