import type { Projection } from '../../server/engine/projection/projection.ts'
import type { SurfaceCells } from '../../server/engine/statistics/surface-types.ts'
import type { WorldBox } from '../../server/engine/snapshot/types.ts'
import type { Box } from '../geometry/ring.ts'

/** Points along each side of a tile, whose positions in the plane bound the tile. */
const STEPS = 8
const WORLD = 2 ** 32

/**
 * Indexes of the cells that may touch a box of the world, in the order of the surface: all that do, and a few that do
 * not. Found by column and row, without an index.
 */
export function cellsNear(
  cells: SurfaceCells,
  edgeMetres: number,
  box: WorldBox,
  projection: Projection,
): number[] {
  const plane = planarBounds(box, projection)
  if (plane === null) return Array.from({ length: cells.length }, (_, index) => index)
  // Between two sampled points a tile's side bends by far less than a cell.
  const columnMetres = 1.5 * edgeMetres
  const rowMetres = Math.sqrt(3) * edgeMetres
  const firstColumn = Math.floor(plane.minX / columnMetres) - 1
  const lastColumn = Math.ceil(plane.maxX / columnMetres) + 1
  const firstRow = Math.floor(plane.minY / rowMetres) - 2
  const lastRow = Math.ceil(plane.maxY / rowMetres) + 1
  const found: number[] = []
  for (let i = Math.max(firstColumn, cells.i[0] ?? 0); i <= lastColumn; i++) {
    let index = lowerBound(cells, i, firstRow)
    if (index >= cells.length) break
    for (; index < cells.length && cells.i[index] === i && cells.j[index]! <= lastRow; index++)
      found.push(index)
  }
  return found
}

/** Index of the first cell that is not before (i, j). */
function lowerBound(cells: SurfaceCells, i: number, j: number): number {
  let low = 0
  let high = cells.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const column = cells.i[middle]!
    if (column < i || (column === i && cells.j[middle]! < j)) low = middle + 1
    else high = middle
  }
  return low
}

/** The box in the city's CRS, metres, of a box of the world; null when some of it is out of the CRS's reach. */
function planarBounds(box: WorldBox, projection: Projection): Box | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let step = 0; step <= STEPS; step++) {
    const along = step / STEPS
    const x = box.minX + (box.maxX - box.minX) * along
    const y = box.minY + (box.maxY - box.minY) * along
    for (const [worldX, worldY] of [
      [x, box.minY],
      [x, box.maxY],
      [box.minX, y],
      [box.maxX, y],
    ] as const) {
      const planar = projection.toPlanar(longitudeOf(worldX), latitudeOf(worldY))
      if (planar === null) return null
      minX = Math.min(minX, planar[0])
      maxX = Math.max(maxX, planar[0])
      minY = Math.min(minY, planar[1])
      maxY = Math.max(maxY, planar[1])
    }
  }
  return { minX, minY, maxX, maxY }
}

/** Degrees east of a Web-Mercator world x. */
export function longitudeOf(worldX: number): number {
  return (worldX / WORLD - 0.5) * 360
}

/** Degrees north of a Web-Mercator world y. */
export function latitudeOf(worldY: number): number {
  return (Math.atan(Math.sinh((0.5 - worldY / WORLD) * 2 * Math.PI)) * 180) / Math.PI
}
