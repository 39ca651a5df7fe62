import type { Position } from 'geojson'
import type { Cell } from '../statistics/surface-types.ts'
import { neighboursOf } from './lattice.ts'
import { cornerKey, cornerPosition } from './lattice-corners.ts'

/**
 * The outlines of a set of cells as closed rings, shells anticlockwise and holes clockwise, metres on the 1 cm grid. Corners
 * are matched as whole numbers, so outlines close exactly; three cells meet in a corner, so at most one outline passes it.
 */
export function outlineCells(cells: readonly Cell[], edgeMetres: number): readonly (readonly Position[])[] {
  const present = new Set(cells.map(cellKey))
  const next = new Map<number, number>()
  for (const cell of cells) {
    neighboursOf(cell).forEach((neighbour, side) => {
      if (!present.has(cellKey(neighbour))) next.set(cornerKey(cell, side), cornerKey(cell, (side + 1) % 6))
    })
  }
  const rings: Position[][] = []
  while (next.size > 0) {
    const start: number = next.keys().next().value!
    const ring = [cornerPosition(start, edgeMetres)]
    for (let at = start; next.has(at); ) {
      const to = next.get(at)!
      next.delete(at)
      ring.push(cornerPosition(to, edgeMetres))
      at = to
    }
    rings.push(ring)
  }
  return rings
}

/** One number for a cell. */
export function cellKey({ i, j }: Cell): number {
  return i * 2 ** 26 + j
}
