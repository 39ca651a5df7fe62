import type { TileAddress } from '../tile-address.ts'

/**
 * Number of a tile in a PMTiles archive: the tiles of all lower zooms, then the place along the Hilbert curve
 * (PMTiles specification, version 3).
 */
export function tileId({ z, x, y }: TileAddress): number {
  let id = (4 ** z - 1) / 3
  let [column, row] = [x, y]
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const right = (column & side) === 0 ? 0 : 1
    const low = (row & side) === 0 ? 0 : 1
    id += side * side * ((3 * right) ^ low)
    if (low === 0) {
      if (right === 1) {
        column = side - 1 - column
        row = side - 1 - row
      }
      ;[column, row] = [row, column]
    }
  }
  return id
}
