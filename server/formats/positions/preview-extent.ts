import type { Projection } from '../../engine/projection/projection.ts'
import type { Envelope } from '../../engine/snapshot/study-envelope.ts'

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number]

/** Where the accepted rows of a file lie, beside the city; null without any, or without a study area. */
export interface PreviewExtent {
  readonly file: Bounds | null
  readonly city: Bounds | null
}

/** @param points longitude and latitude in pairs; null for none */
export function previewExtent(
  points: Float64Array | null,
  envelope: Envelope | null,
  projection: Pick<Projection, 'toWgs84'>,
): PreviewExtent {
  const file = points === null || points.length === 0 ? null : boundsOf(points)
  if (envelope === null) return { file, city: null }
  const { minX, minY, maxX, maxY } = envelope
  const corners = [
    [minX, minY],
    [minX, maxY],
    [maxX, minY],
    [maxX, maxY],
  ].flatMap(([x, y]) => [...projection.toWgs84(x!, y!)])
  return { file, city: boundsOf(Float64Array.from(corners)) }
}

function boundsOf(points: Float64Array): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let at = 0; at < points.length; at += 2) {
    west = Math.min(west, points[at]!)
    east = Math.max(east, points[at]!)
    south = Math.min(south, points[at + 1]!)
    north = Math.max(north, points[at + 1]!)
  }
  return [rounded(west), rounded(south), rounded(east), rounded(north)]
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
