import type { DenseBlock } from './lattice.ts'

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
