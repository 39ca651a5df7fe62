import { coreRegion } from './buffer-region.ts'
import { areaOf, type PlanarPolygon } from './planar-polygon.ts'
import type { Spans } from './scanline-area.ts'

/** Parts narrower than this do not connect pieces, metres. */
const MIN_NECK_METRES = 5
/** A part further than this from any piece that wide is a thread or spike, centimetres. */
const REACH_CM = 2_000
const STEP_CM = 100
const MAX_ROWS = 4_000
/** Bound on lines × edges, a tenth of a second: outlines of very many vertices are sampled more coarsely. */
const MAX_EDGE_VISITS = 3e6
/** Cores closer than this are joined: sampling alone may have separated them. */
const JOINED_CM = 433

/** The core of a polygon, line by line. */
interface Core {
  readonly minY: number
  readonly step: number
  readonly rows: readonly Spans[]
}

/**
 * Area of the smallest piece that a polygon falls into when it is cut wherever it is narrower than a neck of 5 m; m².
 *
 * Prevents a large part from hiding a single address on a thread: the total area would not show it. Where nothing is
 * cut off this is the area of the polygon; pieces of one that is cut are measured without their outermost 2.5 m. It
 * is 0 where a thread or spike reaches 20 m or more from any piece.
 *
 * @param polygon of one part
 */
export function smallestPieceM2(polygon: PlanarPolygon): number {
  const core = coreOf(polygon)
  if (!outlineLiesNear(core, polygon)) return 0
  const pieces = pieceAreasM2(core)
  return pieces.length === 1 ? areaOf(polygon) : Math.min(...pieces)
}

function coreOf(polygon: PlanarPolygon): Core {
  const { minY, maxY } = polygon.box
  const region = coreRegion(polygon, MIN_NECK_METRES / 2)
  const max = Math.min(MAX_ROWS, Math.ceil(MAX_EDGE_VISITS / polygon.edges))
  const count = Math.min(max, Math.ceil((maxY - minY) / STEP_CM))
  const step = (maxY - minY) / count
  const rows = Array.from({ length: count }, (_, row) => region.spansAt(minY + (row + 0.5) * step))
  return { minY, step, rows }
}

/** Areas of connected pieces: spans of neighbouring lines that overlap, or nearly do. */
function pieceAreasM2({ rows, step }: Core): readonly number[] {
  const parents: number[] = []
  const areas: number[] = []
  const root = (piece: number): number => {
    let at = piece
    while (parents[at] !== at) at = parents[at] = parents[parents[at]!]!
    return at
  }
  let before: { readonly spans: Spans; readonly pieces: readonly number[] } = { spans: [], pieces: [] }
  for (const spans of rows) {
    const pieces: number[] = []
    for (let k = 0; k < spans.length; k += 2) {
      const piece = parents.push(parents.length) - 1
      areas.push(((spans[k + 1]! - spans[k]!) * step) / 10_000)
      for (let b = 0; b < before.spans.length; b += 2) {
        if (before.spans[b]! - spans[k + 1]! > JOINED_CM || spans[k]! - before.spans[b + 1]! > JOINED_CM)
          continue
        parents[root(before.pieces[b / 2]!)] = root(piece)
      }
      pieces.push(piece)
    }
    before = { spans, pieces }
  }
  const sums = new Map<number, number>()
  for (const [piece, area] of areas.entries()) sums.set(root(piece), (sums.get(root(piece)) ?? 0) + area)
  return sums.size === 0 ? [0] : [...sums.values()]
}

/** Whether every stretch of the outline lies within reach of the core. */
function outlineLiesNear(core: Core, { ax, ay, bx, by, edges }: PlanarPolygon): boolean {
  for (let e = 0; e < edges; e++) {
    const [dx, dy] = [bx[e]! - ax[e]!, by[e]! - ay[e]!]
    const stretches = Math.ceil(Math.hypot(dx, dy) / (REACH_CM / 2))
    for (let s = 0; s < stretches; s++) {
      if (!isNear(core, ax[e]! + (dx * s) / stretches, ay[e]! + (dy * s) / stretches)) return false
    }
  }
  return true
}

function isNear({ minY, step, rows }: Core, x: number, y: number): boolean {
  const first = Math.max(0, Math.ceil((y - REACH_CM - minY) / step - 0.5))
  for (let row = first; row < rows.length; row++) {
    const away = minY + (row + 0.5) * step - y
    if (away > REACH_CM) return false
    const reach = Math.sqrt(REACH_CM ** 2 - away ** 2)
    const spans = rows[row]!
    for (let k = 0; k < spans.length; k += 2) {
      if (spans[k]! <= x + reach && spans[k + 1]! >= x - reach) return true
    }
  }
  return false
}
