import type { MultiPolygon, Polygon } from 'geojson'
import type { CategoryGroupCode } from '../engine/snapshot/categories.ts'

/**
 * What a public document told that was filed before documents took only released figures: counts on ground of its own. They
 * cannot be taken back, so no figure by statistical area is told of the same ground, group and time.
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

/** The documents that were filed by that earlier rule. */
export interface EarlierDocuments {
  earlierDocuments(): Promise<readonly EarlierDocument[]>
}
