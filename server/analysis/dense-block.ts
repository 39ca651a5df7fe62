import type { Cell } from '../domain/surface.ts'

/** A rectangle of lattice cells kept column by column: index = (i − i0)·rows + (j − j0). */
export interface DenseBlock {
  readonly edgeMetres: number
  readonly i0: number
  readonly j0: number
  readonly columns: number
  readonly rows: number
}

/** Dense index of a cell, −1 when it lies outside the block. */
export function denseIndex(block: DenseBlock, i: number, j: number): number {
  const column = i - block.i0
  const row = j - block.j0
  const inside = column >= 0 && column < block.columns && row >= 0 && row < block.rows
  return inside ? column * block.rows + row : -1
}

/** The cell of a dense index. */
export function cellOfDense(block: DenseBlock, index: number): Cell {
  const column = Math.floor(index / block.rows)
  return { i: block.i0 + column, j: block.j0 + index - column * block.rows }
}

/**
 * Sum of every cell and its six neighbours over a dense block; cells beyond the block count as 0. Seven taps a
 * cell on a padded copy, so no border is tested. The order of adding is fixed.
 *
 * @param values one number a cell of the block
 * @returns one number a cell of the block
 */
export function ringSums(block: DenseBlock, values: ArrayLike<number>): Float64Array {
  const { columns, rows, i0 } = block
  const stride = rows + 2
  const padded = new Float64Array((columns + 2) * stride)
  for (let c = 0; c < columns; c++) {
    const to = (c + 1) * stride + 1
    const from = c * rows
    for (let r = 0; r < rows; r++) padded[to + r] = values[from + r]!
  }
  const sums = new Float64Array(columns * rows)
  for (let c = 0; c < columns; c++) {
    const south = ((i0 + c) & 1) - 1
    for (let r = 0; r < rows; r++) {
      const here = (c + 1) * stride + r + 1
      const west = here - stride + south
      const east = here + stride + south
      const column = padded[here - 1]! + padded[here]! + padded[here + 1]!
      sums[c * rows + r] = column + padded[west]! + padded[west + 1]! + padded[east]! + padded[east + 1]!
    }
  }
  return sums
}
