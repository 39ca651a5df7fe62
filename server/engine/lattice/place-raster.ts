import type { Box, PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import {
  intersection,
  polygonRegion,
  type Region,
  regionArea,
  type Spans,
} from '../geometry/planar/scanline-area.ts'

/** The city's ground on a square raster, for drawing comparable places by the thousand. Centimetres. */
export interface PlaceRaster {
  readonly minX: number
  readonly minY: number
  readonly stepCm: number
  readonly columns: number
  readonly rows: number
  /** 1 where the middle of the square is land; index = row · columns + column. */
  readonly land: Uint8Array
  /** Residents per m² of land, null when no area carries residents. */
  readonly density: Float32Array | null
}

/** An area with its residents. */
export interface PeopledArea {
  readonly polygon: PlanarPolygon
  readonly residents: number
}

const STEP_CM = 1000
const MOST_SQUARES = 6_000_000

/**
 * Rasters the land and, where areas carry residents, their density by areal weighting.
 * The step is 10 m, or as much as keeps the raster under six million squares. The arrays are in shared memory.
 *
 * @param land study area minus water, within `box`
 */
export function rasterOfPlaces(land: Region, box: Box, peopled: readonly PeopledArea[]): PlaceRaster {
  const [width, height] = [Math.max(box.maxX - box.minX, 1), Math.max(box.maxY - box.minY, 1)]
  const stepCm = Math.max(STEP_CM, Math.ceil(Math.sqrt((width * height) / MOST_SQUARES)))
  const columns = Math.ceil(width / stepCm)
  const rows = Math.ceil(height / stepCm)
  const frame = { minX: box.minX, minY: box.minY, stepCm, columns, rows }
  const squares = new Uint8Array(new SharedArrayBuffer(columns * rows))
  eachRow(frame, land, (from, to) => squares.fill(1, from, to))
  if (peopled.length === 0) return { ...frame, land: squares, density: null }

  const density = new Float32Array(new SharedArrayBuffer(columns * rows * 4))
  for (const { polygon, residents } of peopled) {
    const region = polygonRegion(polygon)
    const landM2 = regionArea(intersection(region, land))
    if (landM2 > 0) eachRow(frame, region, (from, to) => density.fill(residents / landM2, from, to))
  }
  return { ...frame, land: squares, density }
}

type Frame = Pick<PlaceRaster, 'minX' | 'minY' | 'stepCm' | 'columns' | 'rows'>

/** Calls back with the raster indexes [from, to) of the squares whose middles the region covers, row by row. */
function eachRow(frame: Frame, region: Region, fill: (from: number, to: number) => void): void {
  const { minX, minY, stepCm, columns, rows } = frame
  const firstRow = Math.max(0, Math.floor((region.minY - minY) / stepCm))
  const lastRow = Math.min(rows - 1, Math.ceil((region.maxY - minY) / stepCm))
  for (let row = firstRow; row <= lastRow; row++) {
    const spans: Spans = region.spansAt(minY + (row + 0.5) * stepCm)
    for (let k = 0; k < spans.length; k += 2) {
      const from = Math.max(0, Math.ceil((spans[k]! - minX) / stepCm - 0.5))
      const to = Math.min(columns, Math.ceil((spans[k + 1]! - minX) / stepCm - 0.5))
      if (to > from) fill(row * columns + from, row * columns + to)
    }
  }
}

/** Raster index of a point, −1 outside. Centimetres. */
export function squareAt(raster: PlaceRaster, x: number, y: number): number {
  const column = Math.floor((x - raster.minX) / raster.stepCm)
  const row = Math.floor((y - raster.minY) / raster.stepCm)
  if (column < 0 || row < 0 || column >= raster.columns || row >= raster.rows) return -1
  return row * raster.columns + column
}
