import { capsuleSpan } from '../../engine/geometry/planar/buffer-region.ts'
import { uniteSpans } from '../../engine/geometry/planar/scanline-area.ts'
import { pairsOf, type Path } from './picture.ts'

/** What is painted: on each height disjoint ascending spans [x0, x1, x2, x3, …]. */
export interface Painted {
  readonly minY: number
  readonly maxY: number
  spansAt(y: number): readonly number[]
}

type Edge = readonly [ax: number, ay: number, bx: number, by: number]

/** Inside closed rings, by the even-odd rule or, as letters are drawn, by windings. */
export function insideOf(rings: readonly Path[], rule: 'even-odd' | 'winding'): Painted {
  const edges = rings.flatMap((ring) => edgesOf(ring, true))
  const near = byRow(edges, 0)
  return {
    ...reachOf(edges, 0),
    spansAt(y) {
      const crossings: Crossing[] = []
      for (const [ax, ay, bx, by] of near(y)) {
        if (ay > y === by > y) continue
        crossings.push({ x: ax + ((y - ay) / (by - ay)) * (bx - ax), turn: by > ay ? 1 : -1 })
      }
      crossings.sort((a, b) => a.x - b.x)
      return rule === 'even-odd' ? crossings.map(({ x }) => x) : woundSpans(crossings)
    },
  }
}

interface Crossing {
  readonly x: number
  readonly turn: number
}

function woundSpans(crossings: readonly Crossing[]): readonly number[] {
  const spans: number[] = []
  let winding = 0
  for (const { x, turn } of crossings) {
    if (winding === 0) spans.push(x)
    winding += turn
    if (winding === 0) spans.push(x)
  }
  return spans
}

/** Within half a width of lines, with round joins and ends. */
export function alongOf(
  lines: readonly { readonly path: Path; readonly closed: boolean }[],
  width: number,
): Painted {
  const edges = lines.flatMap(({ path, closed }) => edgesOf(path, closed))
  const radius = width / 2
  const near = byRow(edges, radius)
  return {
    ...reachOf(edges, radius),
    spansAt(y) {
      const pairs: number[] = []
      for (const [ax, ay, bx, by] of near(y)) capsuleSpan(pairs, ax, ay, bx, by, radius, y)
      return uniteSpans(pairs)
    },
  }
}

/** The drawn parts of a line by its dash. */
export function dashed(path: Path, closed: boolean, dash: readonly number[]): readonly Path[] {
  const pieces: number[][] = []
  let [at, left, isDrawn] = [0, dash[0]!, true]
  for (const [ax, ay, bx, by] of edgesOf(path, closed)) {
    const length = Math.hypot(bx - ax, by - ay)
    if (isDrawn && (at === 0 || pieces.length === 0)) pieces.push([ax, ay])
    for (let done = 0; done < length; ) {
      const step = Math.min(left, length - done)
      done += step
      left -= step
      const here = [ax + ((bx - ax) * done) / length, ay + ((by - ay) * done) / length] as const
      if (isDrawn) pieces.at(-1)!.push(...here)
      if (left > 0) continue
      at = (at + 1) % dash.length
      left = dash[at]!
      isDrawn = !isDrawn
      if (isDrawn) pieces.push([...here])
    }
  }
  return pieces.filter((piece) => piece.length >= 4)
}

function edgesOf(path: Path, closed: boolean): readonly Edge[] {
  const points = pairsOf(path)
  return points.flatMap(([bx, by], k) => {
    const from = k === 0 ? (closed ? points.at(-1) : undefined) : points[k - 1]
    return from === undefined || (from[0] === bx && from[1] === by)
      ? []
      : [[from[0], from[1], bx, by] as const]
  })
}

/** The edges that a height may meet, found by its row of pixels: all edges on all heights took a second a map. */
function byRow(edges: readonly Edge[], radius: number): (y: number) => readonly Edge[] {
  const rows = new Map<number, Edge[]>()
  for (const edge of edges) {
    const [, ay, , by] = edge
    const last = Math.floor(Math.max(ay, by) + radius)
    for (let row = Math.floor(Math.min(ay, by) - radius); row <= last; row++) {
      const found = rows.get(row)
      if (found === undefined) rows.set(row, [edge])
      else found.push(edge)
    }
  }
  return (y) => rows.get(Math.floor(y)) ?? []
}

function reachOf(edges: readonly Edge[], radius: number): { readonly minY: number; readonly maxY: number } {
  let [minY, maxY] = [Infinity, -Infinity]
  for (const [, ay, , by] of edges) {
    minY = Math.min(minY, ay - radius, by - radius)
    maxY = Math.max(maxY, ay + radius, by + radius)
  }
  return { minY, maxY }
}
