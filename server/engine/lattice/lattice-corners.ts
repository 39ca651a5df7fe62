import type { Position } from 'geojson'
import type { Cell } from '../statistics/surface-types.ts'

/** Corners of a cell from the east anticlockwise, in halves of an edge and halves of a cell's height from its centre. */
const STEPS = [
  [2, 0],
  [1, 1],
  [-1, 1],
  [-2, 0],
  [-1, -1],
  [1, -1],
] as const
const SPAN = 2 ** 26

/**
 * One whole number for a corner of the lattice, the same from each of the three cells that meet in it.
 *
 * @param corner 0 = east, then anticlockwise
 */
export function cornerKey({ i, j }: Cell, corner: number): number {
  const [dx, dy] = STEPS[corner]!
  return (3 * i + dx + SPAN / 2) * SPAN + (2 * j + (i & 1) + dy + SPAN / 2)
}

/** Where the corner of a key lies: metres in the city's CRS, on the 1 cm grid. */
export function cornerPosition(key: number, edgeMetres: number): Position {
  const x = Math.floor(key / SPAN) - SPAN / 2
  const y = (key % SPAN) - SPAN / 2
  return [toCentimetre((edgeMetres / 2) * x), toCentimetre(((edgeMetres * Math.sqrt(3)) / 2) * y)]
}

function toCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100
}
