import type { Position } from 'geojson'
import type { Cell } from '../domain/surface.ts'
import { neighboursOf } from './lattice.ts'

/** Corners of a cell from the east anticlockwise, in halves of an edge and halves of a cell's height from its centre. */
const CORNER_STEPS = [
  [2, 0],
  [1, 1],
  [-1, 1],
  [-2, 0],
  [-1, -1],
  [1, -1],
] as const

/**
 * The outlines of a set of cells as closed rings, shells anticlockwise and holes clockwise, metres on the 1 cm grid. Corners
 * are matched as whole numbers, so outlines close exactly; three cells meet at a corner, so at most one outline passes it.
 */
export function outlineCells(cells: readonly Cell[], edgeMetres: number): readonly (readonly Position[])[] {
  const present = new Set(cells.map(({ i, j }) => keyOf(i, j)))
  const next = new Map<number, number>()
  for (const cell of cells) {
    neighboursOf(cell).forEach((neighbour, side) => {
      if (present.has(keyOf(neighbour.i, neighbour.j))) return
      next.set(cornerKey(cell, side), cornerKey(cell, (side + 1) % 6))
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

const SPAN = 2 ** 26

function keyOf(x: number, y: number): number {
  return (x + SPAN / 2) * SPAN + (y + SPAN / 2)
}

function cornerKey({ i, j }: Cell, corner: number): number {
  const [dx, dy] = CORNER_STEPS[corner]!
  return keyOf(3 * i + dx, 2 * j + (i & 1) + dy)
}

function cornerPosition(key: number, edgeMetres: number): Position {
  const x = Math.floor(key / SPAN) - SPAN / 2
  const y = (key % SPAN) - SPAN / 2
  return [round((edgeMetres / 2) * x), round(((edgeMetres * Math.sqrt(3)) / 2) * y)]
}

function round(metres: number): number {
  return Math.round(metres * 100) / 100
}
