import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError } from '../engine/errors.ts'
import type { HotspotSurface, SurfaceCells } from '../engine/statistics/surface-types.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import { cellsWithin } from './crop-cells.ts'
import { type AskedSurface, describeAnalysis } from './describe-analysis.ts'
import { encodeCsv } from './encode-csv.ts'
import { type CornerProjector, createCornerProjector, encodeGeoJson } from './encode-geojson.ts'

/** West, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** What of a surface is given, and how. */
export interface Presenting {
  /** See `describeAnalysis`. */
  readonly asked: AskedSurface
  readonly withinAreaId: number | null
  readonly zone: Zone
  readonly srid: number
  readonly format: 'geojson' | 'csv'
  /** Cells that overlap it; null = all. */
  readonly bbox: Bbox | null
  /** Cells that overlap it, metres in the city's CRS; null = all. */
  readonly within: Polygon | MultiPolygon | null
  /** Whether cells without incidents are given. */
  readonly empty: boolean
}

export interface PresentTask {
  readonly surface: HotspotSurface
  readonly presenting: Presenting
}

const MAX_CELLS = 50_000

/**
 * A surface as bytes, cropped but never computed anew.
 *
 * @throws DomainError `too-large` for more than 50,000 cells
 */
export function presentSurface(surface: HotspotSurface, presenting: Presenting): Uint8Array {
  const projection = createProjection(presenting.srid)
  const corners = createCornerProjector(projection, surface.query.edgeMetres)
  const chosen = choose(surface, presenting, corners)
  if (chosen.length > MAX_CELLS) {
    throw new DomainError(
      'too-large',
      `${chosen.length} cells are more than ${MAX_CELLS}: ask for larger cells, or crop with bbox or within.`,
    )
  }
  if (presenting.format === 'csv') return encodeCsv(surface, chosen, projection)
  const { asked: requested, zone } = presenting
  return encodeGeoJson(surface, chosen, corners, describeAnalysis(surface, requested, presenting, zone))
}

/** The same of a surface that was computed before. */
export default function presentTask({ surface, presenting }: PresentTask): Uint8Array {
  return presentSurface(surface, presenting)
}

function choose(
  { cells, query }: HotspotSurface,
  { bbox, within, empty }: Presenting,
  corners: CornerProjector,
): readonly number[] {
  const overlaps = within && cellsWithin(cells, query.edgeMetres, within)
  const chosen: number[] = []
  for (let k = 0; k < cells.length; k++) {
    if (!empty && cells.count[k] === 0) continue
    if (overlaps !== null && overlaps[k] === 0) continue
    if (bbox === null || meets(cells, k, corners, bbox)) chosen.push(k)
  }
  return chosen
}

/** Whether the smallest box round a cell meets a bbox. */
function meets(cells: SurfaceCells, k: number, corners: CornerProjector, bbox: Bbox): boolean {
  const [west, south, east, north] = bbox
  const positions = [0, 1, 2, 3, 4, 5].map((corner) => corners.corner(cells.i[k]!, cells.j[k]!, corner))
  const lons = positions.map(([lon]) => lon)
  const lats = positions.map(([, lat]) => lat)
  return (
    Math.max(...lons) >= west &&
    Math.min(...lons) <= east &&
    Math.max(...lats) >= south &&
    Math.min(...lats) <= north
  )
}
