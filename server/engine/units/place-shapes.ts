import type { Cell } from '../statistics/surface-types.ts'

const TURNS = 6

/**
 * A set of cells that can be placed anywhere on the lattice: vertical runs relative to an anchor, its westernmost and
 * there southernmost cell. Where a run begins depends on whether the anchor's column is even or odd.
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
  /** Whether it is of the site, where a ring is round it. */
  readonly inner: boolean
}

/**
 * The rotations of a set of cells by multiples of 60° that differ by more than a shift: one to six, the set itself first.
 *
 * @param cells at least one, each once
 */
export function placeShapes(cells: readonly Cell[]): readonly PlaceShape[] {
  return turnsOf(cells.map((cell) => halfCell(cell, false))).map(shapeOf)
}

/** A set of cells with another around it, in fixed relation. */
export interface RingedShape {
  readonly whole: PlaceShape
  /** Anchored where the whole is. */
  readonly site: PlaceShape
  readonly ring: PlaceShape
}

/**
 * The rotations of a site with its ring by multiples of 60° that differ by more than a shift, as `placeShapes` has them of
 * one set.
 *
 * @param site, ring no cell in both, at least one in `site`
 */
export function ringedShapes(site: readonly Cell[], ring: readonly Cell[]): readonly RingedShape[] {
  const cells = [...site.map((cell) => halfCell(cell, true)), ...ring.map((cell) => halfCell(cell, false))]
  return turnsOf(cells).map((turned) => ({
    whole: shapeOf(turned),
    site: shapeOf(turned.filter(({ inner }) => inner)),
    ring: shapeOf(turned.filter(({ inner }) => !inner)),
  }))
}

function halfCell({ i, j }: Cell, inner: boolean): HalfCell {
  return { u: i, v: 2 * j + (i & 1), inner }
}

/** The rotations that differ by more than a shift, each anchored, the set itself first. */
function turnsOf(cells: readonly HalfCell[]): readonly (readonly HalfCell[])[] {
  const turns = new Map<string, readonly HalfCell[]>()
  let turned = cells
  for (let turn = 0; turn < TURNS; turn++) {
    const anchored = anchor(turned)
    const key = anchored.map(({ u, v, inner }) => `${u},${v}${inner ? '!' : ''}`).join(' ')
    if (!turns.has(key)) turns.set(key, anchored)
    turned = turned.map(rotated)
  }
  return [...turns.values()]
}

/** By 60° round the origin: (q, r, s) → (−r, −s, −q) in cube coordinates, q = u, r = (v − u)/2, s = −q − r. */
function rotated({ u, v, inner }: HalfCell): HalfCell {
  const r = (v - u) / 2
  return { u: -r, v: 2 * (u + r) - r, inner }
}

function anchor(cells: readonly HalfCell[]): readonly HalfCell[] {
  const sorted = cells.toSorted((a, b) => a.u - b.u || a.v - b.v)
  const { u, v } = sorted[0]!
  return sorted.map((cell) => ({ ...cell, u: cell.u - u, v: cell.v - v }))
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
    width: cells.at(-1)?.u ?? 0,
    below: Math.max(0, ...low.flatMap((rows) => Array.from(rows, (row) => -row))),
    above: Math.max(0, ...low.flatMap((rows) => Array.from(rows, (row, run) => row + length[run]! - 1))),
  }
}
