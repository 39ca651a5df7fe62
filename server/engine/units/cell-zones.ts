import type { ZoneLocator } from '../geometry/planar/zone-locator.ts'
import { cellAt, cellCentre } from '../lattice/lattice.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { UNIT_EDGE } from './unit-cube.ts'

const REACH_CM = UNIT_EDGE * 100
const KEY_SPAN = 2 ** 24

/** Finds the zone of a point by the cell of 50 m that holds it. @param zones disjoint sets of cells */
export function cellZones(zones: readonly (readonly Cell[])[]): ZoneLocator {
  const zoneOf = new Map(zones.flatMap((cells, zone) => cells.map((cell) => [keyOf(cell), zone])))
  return {
    zones: zones.length,
    box: boxOf(zones.flat()),
    zoneAt: (x, y) => zoneOf.get(keyOf(cellAt(x / 100, y / 100, UNIT_EDGE))) ?? -1,
  }
}

function keyOf({ i, j }: Cell): number {
  return i * KEY_SPAN + j
}

function boxOf(cells: readonly Cell[]): ZoneLocator['box'] {
  if (cells.length === 0) return { minX: 0, minY: 0, maxX: 0, maxY: 0 }
  const [xs, ys] = [0, 1].map((axis) => cells.map((cell) => cellCentre(cell, UNIT_EDGE)[axis]! * 100))
  return {
    minX: Math.floor(Math.min(...xs!) - REACH_CM),
    minY: Math.floor(Math.min(...ys!) - REACH_CM),
    maxX: Math.ceil(Math.max(...xs!) + REACH_CM),
    maxY: Math.ceil(Math.max(...ys!) + REACH_CM),
  }
}
