import type { MultiPolygon, Polygon } from 'geojson'

/** A question that somebody asked of late; no answer is kept. */
export interface RecentCheck {
  /** Metres in the city's CRS. */
  readonly planar: Polygon | MultiPolygon
  /** [from, to) in minutes since 1970 UTC. */
  readonly fromMinute: number
  readonly toMinute: number
  /** Outer radii of the rings, ascending. */
  readonly ringMetres: readonly number[]
}
