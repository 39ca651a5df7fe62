import { cellCentre } from '../lattice/lattice.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { UNIT_EDGE } from './unit-cube.ts'

/** Off the centre, centimetres: further than rounding reaches, on one side of each of the three directions of borders. */
const [OFF_X, OFF_Y] = [-3, -1]
const COLUMN_CM = 150 * UNIT_EDGE
const ROW_CM = 100 * Math.sqrt(3) * UNIT_EDGE

/**
 * Where incidents stand that are known as the sum of a cell of 50 m: 3 cm off its centre, whole centimetres. Three quarters of
 * the centres lie on borders of coarser hexagons and rounding would put them on either side; so all go to the same one, and
 * a hexagon of 100 m gets four cells everywhere.
 */
export function unitPosition(cell: Cell): { readonly xCm: number; readonly yCm: number } {
  const [x, y] = cellCentre(cell, UNIT_EDGE)
  return { xCm: Math.round(x * 100) + OFF_X, yCm: Math.round(y * 100) + OFF_Y }
}

/** Whether a position stands for a whole cell. One in 65 million does by chance. */
export function isUnitPosition(xCm: number, yCm: number): boolean {
  if ((xCm - OFF_X) % COLUMN_CM !== 0) return false
  const i = (xCm - OFF_X) / COLUMN_CM
  const j = Math.round(yCm / ROW_CM - (i & 1) / 2)
  return unitPosition({ i, j }).yCm === yCm
}
