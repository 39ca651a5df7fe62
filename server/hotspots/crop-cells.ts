import type { MultiPolygon, Polygon } from 'geojson'
import { boundsOf } from '../engine/geometry/clipping/clip-ring.ts'
import { coverCells } from '../engine/geometry/clipping/cover-cells.ts'
import { layerRings } from '../engine/geometry/clipping/layer-rings.ts'
import { type DenseBlock, denseIndex } from '../engine/lattice/lattice.ts'
import type { SurfaceCells } from '../engine/statistics/surface-types.ts'

/** Cells that share less than this only touch; m². */
const MIN_OVERLAP = 0.01

/**
 * Which cells overlap an area: 1 where they do.
 *
 * @param planar the area, metres in the city's CRS
 */
export function cellsWithin(
  cells: SurfaceCells,
  edgeMetres: number,
  planar: Polygon | MultiPolygon,
): Uint8Array {
  const block = blockOf(cells, edgeMetres)
  const origin = originOf(planar)
  const overlap = new Float64Array(block.columns * block.rows)
  coverCells(block, { count: 1, rings: layerRings(planar, 0, origin), origin }, (cell, area, windings) => {
    if (windings[0] !== 0) overlap[cell]! += area
  })
  const within = new Uint8Array(cells.length)
  for (let k = 0; k < cells.length; k++) {
    const at = denseIndex(block, cells.i[k]!, cells.j[k]!)
    within[k] = overlap[at]! > MIN_OVERLAP ? 1 : 0
  }
  return within
}

function blockOf({ length, i, j }: SurfaceCells, edgeMetres: number): DenseBlock {
  if (length === 0) return { edgeMetres, i0: 0, j0: 0, columns: 0, rows: 0 }
  let [minJ, maxJ] = [Infinity, -Infinity]
  for (let k = 0; k < length; k++) {
    minJ = Math.min(minJ, j[k]!)
    maxJ = Math.max(maxJ, j[k]!)
  }
  return { edgeMetres, i0: i[0]!, j0: minJ, columns: i[length - 1]! - i[0]! + 1, rows: maxJ - minJ + 1 }
}

function originOf(planar: Polygon | MultiPolygon): readonly [number, number] {
  const bounds = layerRings(planar, 0, [0, 0]).map(({ ring }) => boundsOf(ring))
  return [Math.min(...bounds.map((b) => b.minX)), Math.min(...bounds.map((b) => b.minY))]
}
