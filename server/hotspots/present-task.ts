import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError } from '../engine/errors.ts'
import {
  type Cell,
  CELL_CLASSES,
  type CellClass,
  type HotspotSurface,
  type SurfaceCells,
} from '../engine/statistics/surface-types.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Bbox } from '../platform/http/fields/bbox.ts'
import type { Zone } from '../engine/time/zone.ts'
import { type AskedSurface, describeAnalysis } from './describe-analysis.ts'
import { encodeCsv } from './encode-csv.ts'
import { cellsInBbox } from './cells-in-bbox.ts'
import { cellsWithin } from './crop-cells.ts'
import { type CornerProjector, createCornerProjector, encodeGeoJson } from './encode-geojson.ts'

/** Crop and format of a surface's response. */
export interface Presenting {
  /** See `describeAnalysis`. */
  readonly asked: AskedSurface
  readonly withinAreaId: number | null
  readonly zone: Zone
  readonly srid: number
  /** `summary` counts the cells of each class. */
  readonly format: 'geojson' | 'csv' | 'summary'
  /** Cells that overlap it; null = all. */
  readonly bbox: Bbox | null
  /** One cell alone; absent or null = all. */
  readonly at?: Cell | null
  /** Cells that overlap it, metres in the city's CRS; null = all. */
  readonly within: Polygon | MultiPolygon | null
  /** Whether cells without incidents are included. */
  readonly empty: boolean
}

export interface PresentTask {
  readonly surface: HotspotSurface
  readonly presenting: Presenting
}

/** Number of cells by class; `none` where nothing is recorded in the cell and its neighbours. */
export type SurfaceClasses = Readonly<Record<CellClass | 'none', number>>

const MAX_CELLS = 50_000

/**
 * A surface as bytes, cropped but never computed anew.
 *
 * @throws DomainError `too-large` for more than 50,000 cells
 */
export function presentSurface(surface: HotspotSurface, presenting: Presenting): Uint8Array {
  const projection = createProjection(presenting.srid)
  const corners = createCornerProjector(projection, surface.query.edgeMetres)
  const chosen = choose(surface, presenting, projection, corners)
  const { asked: requested, zone, format } = presenting
  const describe = () => describeAnalysis(surface, requested, presenting, zone)
  if (format === 'summary')
    return Buffer.from(JSON.stringify({ classes: countClasses(surface.cells, chosen), analysis: describe() }))
  if (chosen.length > MAX_CELLS) {
    throw new DomainError(
      'too-large',
      `${chosen.length} cells are more than ${MAX_CELLS}: ask for larger cells, or crop with bbox or within.`,
    )
  }
  if (format === 'csv') return encodeCsv(surface, chosen, projection)
  return encodeGeoJson(surface, chosen, corners, describe())
}

/** Encodes a surface that was computed before, on a worker. */
export default function presentTask({ surface, presenting }: PresentTask): Uint8Array {
  return presentSurface(surface, presenting)
}

function choose(
  { cells, query }: HotspotSurface,
  { bbox, at, within, empty }: Presenting,
  projection: Projection,
  corners: CornerProjector,
): readonly number[] {
  const overlaps = within && cellsWithin(cells, query.edgeMetres, within)
  const isSeen = bbox === null ? null : cellsInBbox(bbox, query.edgeMetres, projection, corners)
  const chosen: number[] = []
  for (let k = 0; k < cells.length; k++) {
    const [i, j] = [cells.i[k]!, cells.j[k]!]
    if (!empty && cells.count[k] === 0) continue
    if (at != null && (at.i !== i || at.j !== j)) continue
    if (overlaps !== null && overlaps[k] === 0) continue
    if (isSeen === null || isSeen(i, j)) chosen.push(k)
  }
  return chosen
}

/** Number of the chosen cells by class; cells of whose neighbourhood nothing is recorded are `none`. */
function countClasses({ sum, classCode }: SurfaceCells, chosen: readonly number[]): SurfaceClasses {
  const classes = Object.fromEntries([...CELL_CLASSES, 'none'].map((name) => [name, 0]))
  for (const k of chosen) classes[sum[k] === 0 ? 'none' : CELL_CLASSES[classCode[k]!]!]! += 1
  return classes as SurfaceClasses
}
