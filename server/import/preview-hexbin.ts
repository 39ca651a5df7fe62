import { setImmediate as nextTurn } from 'node:timers/promises'
import { bbox as bboxOf, booleanPointInPolygon, hexGrid } from '@turf/turf'
import Flatbush from 'flatbush'
import type { BBox, FeatureCollection, Polygon } from 'geojson'

const MAX_CELLS = 1500
const MIN_SIDE_METRES = 50
const MARGIN_SHARE = 0.02
const MIN_MARGIN_DEGREES = 0.005
const METRES_PER_DEGREE = 111_320
/** Area of a hexagon over the square of its side. */
const HEXAGON = (3 * Math.sqrt(3)) / 2
const SLICE_POINTS = 4000

/** Occupied cells with their `count`; `outside` counts the points that the grid leaves uncovered at its margins. */
export type PreviewHexbin = FeatureCollection<Polygon, { readonly count: number }> & {
  readonly cellSideMetres: number
  readonly outside: number
}

/**
 * An ad-hoc hexbin of points over their own bounding box by `@turf/hex-grid`: for a first look, before anything is
 * stored. Not the city's lattice: its origin moves with the file. At most about 1,500 cells, so the side grows with
 * the box. A point on a shared edge counts once. Null for no points.
 *
 * @param points longitude and latitude in pairs, degrees
 */
export async function previewHexbin(points: Float64Array): Promise<PreviewHexbin | null> {
  if (points.length === 0) return null
  const box = boxOf(points)
  const cellSideMetres = sideFor(box)
  const cells = hexGrid(box, cellSideMetres / 1000, { units: 'kilometers' }).features
  const counts = new Uint32Array(cells.length)
  const index = new Flatbush(cells.length)
  for (const cell of cells) {
    const [west, south, east, north] = bboxOf(cell)
    index.add(west, south, east, north)
  }
  index.finish()
  let outside = 0
  for (let i = 0; i < points.length; i += 2) {
    const [lon, lat] = [points[i]!, points[i + 1]!]
    const cell = index.search(lon, lat, lon, lat).find((at) => booleanPointInPolygon([lon, lat], cells[at]!))
    if (cell === undefined) outside++
    else counts[cell]!++
    if (i % (2 * SLICE_POINTS) === 0) await nextTurn()
  }
  const features = cells.flatMap(({ geometry }, at) =>
    counts[at]! > 0 ? [{ type: 'Feature' as const, geometry, properties: { count: counts[at]! } }] : [],
  )
  return { type: 'FeatureCollection', features, cellSideMetres, outside }
}

function boxOf(points: Float64Array): BBox {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i]!)
    east = Math.max(east, points[i]!)
    south = Math.min(south, points[i + 1]!)
    north = Math.max(north, points[i + 1]!)
  }
  const marginX = Math.max((east - west) * MARGIN_SHARE, MIN_MARGIN_DEGREES)
  const marginY = Math.max((north - south) * MARGIN_SHARE, MIN_MARGIN_DEGREES)
  return [west - marginX, south - marginY, east + marginX, north + marginY]
}

/** Side of a hexagon, metres, that lays about as many over the box as may be. */
function sideFor([west, south, east, north]: BBox): number {
  const height = (north - south) * METRES_PER_DEGREE
  const width = (east - west) * METRES_PER_DEGREE * Math.cos(((north + south) / 2) * (Math.PI / 180))
  const side = Math.sqrt((height * width) / (MAX_CELLS * HEXAGON))
  return Math.max(MIN_SIDE_METRES, Math.ceil(side / 10) * 10)
}
