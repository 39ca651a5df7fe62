import { blockRound, type DenseBlock } from '../lattice/lattice.ts'
import type { EdgeMetres } from '../snapshot/query.ts'
import { UNIT_EDGE } from './unit-cube.ts'

/**
 * Shares of fine cells in the cell of a coarser edge that has its centre on theirs: offsets from that centre in columns and
 * in halves of a cell's height, and the share in halves.
 *
 * Edges are multiples of the fine one by an even k, so centres of coarse cells are centres of fine ones, and the pattern is the same
 * in every coarse cell. The coarse cell is |v| ≤ k, |3u ± v| ≤ 2k; a fine cell reaches 1 further in v and 2 in 3u ± v. Of
 * centres u ≡ v (mod 2), so 3u ± v is even, and where v − k is odd it is at least 1: each border runs clear of a fine cell or
 * through two opposite corners of it. A corner of the coarse cell is a corner of fine ones. So every share is 0, ½ or 1.
 */
export interface CoarsePattern {
  readonly edgeMetres: EdgeMetres
  readonly u: Int16Array
  readonly v: Int16Array
  readonly halves: Uint8Array
}

/** The pattern of an edge; of the fine one it is the cell itself. @param fineMetres edge of the fine cells */
export function coarsePattern(edgeMetres: EdgeMetres, fineMetres: number = UNIT_EDGE): CoarsePattern {
  const k = edgeMetres / fineMetres
  const found: { readonly u: number; readonly v: number; readonly halves: number }[] = []
  for (let u = -k; u <= k; u++) {
    for (let v = -k; v <= k; v++) {
      if (((u + v) & 1) !== 0) continue
      const halves = halvesInside(k, u, v)
      if (halves > 0) found.push({ u, v, halves })
    }
  }
  return {
    edgeMetres,
    u: Int16Array.from(found, (cell) => cell.u),
    v: Int16Array.from(found, (cell) => cell.v),
    halves: Uint8Array.from(found, (cell) => cell.halves),
  }
}

function halvesInside(k: number, u: number, v: number): number {
  if (k === 1) return u === 0 && v === 0 ? 2 : 0
  const clearance = Math.min(k - Math.abs(v), 2 * k - Math.abs(3 * u + v), 2 * k - Math.abs(3 * u - v))
  return clearance < 0 ? 0 : clearance === 0 ? 1 : 2
}

/** A surface of a coarser edge. */
export interface CoarseUnits {
  readonly block: DenseBlock
  /** One sum a cell of the block, in whole and half incidents: exact. */
  readonly sums: Float64Array
}

/**
 * The surface of a coarser edge from sums of fine cells, weighted by share of area. Its total is that of the fine cells.
 *
 * @param values one number a cell of `fine`
 * @param pattern of the edge of `fine`
 */
export function coarsenUnits(fine: DenseBlock, values: Float64Array, pattern: CoarsePattern): CoarseUnits {
  const { edgeMetres, u, v, halves } = pattern
  const k = edgeMetres / fine.edgeMetres
  const block = coarseBlock(fine, edgeMetres)
  const sums = new Float64Array(block.columns * block.rows)
  for (let column = 0; column < block.columns; column++) {
    const i = block.i0 + column
    for (let row = 0; row < block.rows; row++) {
      const height = k * (2 * (block.j0 + row) + (i & 1))
      let doubled = 0
      for (let n = 0; n < halves.length; n++) {
        const fineColumn = k * i + u[n]! - fine.i0
        if (fineColumn < 0 || fineColumn >= fine.columns) continue
        const fineRow = ((height + v[n]! - ((fineColumn + fine.i0) & 1)) >> 1) - fine.j0
        if (fineRow < 0 || fineRow >= fine.rows) continue
        doubled += halves[n]! * values[fineColumn * fine.rows + fineRow]!
      }
      sums[column * block.rows + row] = doubled / 2
    }
  }
  return { block, sums }
}

/** The coarse cells that may meet any cell of a block. */
function coarseBlock(fine: DenseBlock, edgeMetres: number): DenseBlock {
  const { i0, j0, columns, rows } = fine
  const [width, height] = [1.5 * fine.edgeMetres, Math.sqrt(3) * fine.edgeMetres]
  return blockRound(
    width * i0 - fine.edgeMetres,
    height * (j0 - 0.5),
    width * (i0 + columns - 1) + fine.edgeMetres,
    height * (j0 + rows),
    edgeMetres,
  )
}
