import type { ColumnRuns, RankWindow } from './rank-window.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { denseIndex } from '../lattice/lattice.ts'

/** Cells of a window that are marked, laid out as column sums are. */
export function cellMarks(window: RankWindow, cells: readonly Cell[]): Uint8Array {
  const marks = new Uint8Array(window.columns * (window.rows + 1))
  for (const { i, j } of cells) {
    if (denseIndex(window, i, j) >= 0) marks[(i - window.i0) * (window.rows + 1) + j - window.j0] = 1
  }
  return marks
}

/** Keeps the rows at which the shape meets no mark, in order; gives their number. */
export function unmarkedRows(marks: Uint8Array, runs: ColumnRuns, rows: Int32Array, length: number): number {
  let kept = 0
  for (let k = 0; k < length; k++) if (!isMarked(marks, runs, rows[k]!)) rows[kept++] = rows[k]!
  return kept
}

/** Marks the place at a row unless it meets a place that was marked before; whether it did. */
export function takeUnlessMarked(taken: Uint8Array, runs: ColumnRuns, row: number): boolean {
  if (isMarked(taken, runs, row)) return false
  const { from, to } = runs
  for (let run = 0; run < from.length; run++) taken.fill(1, from[run]! + row, to[run]! + row)
  return true
}

function isMarked(marks: Uint8Array, { from, to }: ColumnRuns, row: number): boolean {
  for (let run = 0; run < from.length; run++) {
    for (let at = from[run]! + row; at < to[run]! + row; at++) if (marks[at] === 1) return true
  }
  return false
}
