import type { Cell } from '../statistics/surface-types.ts'

const TURNS = 6

/**
 * A set of cells that can be put anywhere on the lattice: vertical runs relative to an anchor, its westernmost and there
 * southernmost cell. Where a run begins depends on whether the anchor's column is even or odd.
 */
export interface PlaceShape {
  readonly cells: number
  readonly runs: number
  /** Columns from the anchor's to each run's, ascending from 0. */
  readonly column: Int32Array
  /** Rows from the anchor's to the first of each run: for anchors in even columns, and in odd ones. */
  readonly low: readonly [Int32Array, Int32Array]
  readonly length: Int32Array
  /** Columns to the east of the anchor's, and rows below and above its own, that the shape reaches into. */
  readonly width: number
  readonly below: number
  readonly above: number
}

/** A cell by column and by halves of a cell's height: u ≡ v (mod 2), and every shift keeps shapes as they are. */
interface HalfCell {
  readonly u: number
  readonly v: number
}

/**
 * The rotations of a set of cells by multiples of 60° that differ by more than a shift: one to six, the set itself first.
 *
 * @param cells at least one, each once
 */
export function placeShapes(cells: readonly Cell[]): readonly PlaceShape[] {
  const shapes = new Map<string, PlaceShape>()
  let turned: readonly HalfCell[] = cells.map(({ i, j }) => ({ u: i, v: 2 * j + (i & 1) }))
  for (let turn = 0; turn < TURNS; turn++) {
    const anchored = anchor(turned)
    const key = anchored.map(({ u, v }) => `${u},${v}`).join(' ')
    if (!shapes.has(key)) shapes.set(key, shapeOf(anchored))
    turned = turned.map(rotated)
  }
  return [...shapes.values()]
}

/** By 60° round the origin: (q, r, s) → (−r, −s, −q) in cube coordinates, q = u, r = (v − u)/2, s = −q − r. */
function rotated({ u, v }: HalfCell): HalfCell {
  const r = (v - u) / 2
  return { u: -r, v: 2 * (u + r) - r }
}

function anchor(cells: readonly HalfCell[]): readonly HalfCell[] {
  const sorted = cells.toSorted((a, b) => a.u - b.u || a.v - b.v)
  const { u, v } = sorted[0]!
  return sorted.map((cell) => ({ u: cell.u - u, v: cell.v - v }))
}

function shapeOf(cells: readonly HalfCell[]): PlaceShape {
  const starts = cells.flatMap(({ u, v }, k) => {
    const before = cells[k - 1]
    return before !== undefined && before.u === u && before.v === v - 2 ? [] : [k]
  })
  const ends = [...starts.slice(1), cells.length]
  const length = Int32Array.from(starts, (k, run) => ends[run]! - k)
  const low = [0, 1].map((parity) =>
    Int32Array.from(starts, (k) => {
      const { u, v } = cells[k]!
      return (v + parity - ((u + parity) & 1)) / 2
    }),
  ) as [Int32Array, Int32Array]
  return {
    cells: cells.length,
    runs: starts.length,
    column: Int32Array.from(starts, (k) => cells[k]!.u),
    low,
    length,
    width: cells.at(-1)!.u,
    below: Math.max(...low.flatMap((rows) => Array.from(rows, (row) => -row))),
    above: Math.max(...low.flatMap((rows) => Array.from(rows, (row, run) => row + length[run]! - 1))),
  }
}
