import type { Cuts, Segments } from './segments.ts'
import { snapToPixels } from './snap-to-pixels.ts'

const CAREFUL_ROUNDS = 3

/**
 * Cuts segments so that they meet at their ends only, every point on whole numbers.
 *
 * Each round cuts all crossings and touches at the nearest whole-number point. A cut may bend a segment by less than
 * a unit into another, so another round follows; one suffices nearly always. Where several lines run close together
 * the crossing only moves by a unit a round (a thousand rounds were seen): then segments are snapped to nearby points
 * instead, which moves them slightly more but ends in one round.
 *
 * @param segments coordinates within ±2^20, so that the products below are exact; none of length zero
 */
export function splitSegments(segments: Segments): Segments {
  const crossings = findCuts(segments)
  let [current, cuts]: [Segments, Cuts] = [segments, crossings]
  for (let round = 0; cuts.size > 0; round++) {
    if (round === CAREFUL_ROUNDS) return applyCuts(segments, snapToPixels(segments, crossings))
    current = applyCuts(current, cuts)
    cuts = findCuts(current)
  }
  return current
}

type FoundCuts = Map<number, number[]>

/** Sweeps over the segments from left to right, comparing only those whose boxes meet. */
function findCuts(segments: Segments): Cuts {
  const cuts: FoundCuts = new Map()
  const count = segments.length / 4
  const left = (index: number) => Math.min(segments[index * 4]!, segments[index * 4 + 2]!)
  const order = Array.from({ length: count }, (_, index) => index).sort((a, b) => left(a) - left(b) || a - b)
  let active: number[] = []
  for (const index of order) {
    const start = left(index)
    const still: number[] = []
    for (const other of active) {
      if (Math.max(segments[other * 4]!, segments[other * 4 + 2]!) < start) continue
      still.push(other)
      if (rowsMeet(segments, index * 4, other * 4)) cutPair(segments, index, other, cuts)
    }
    still.push(index)
    active = still
  }
  return cuts
}

function rowsMeet(s: Segments, a: number, b: number): boolean {
  return (
    Math.min(s[a + 1]!, s[a + 3]!) <= Math.max(s[b + 1]!, s[b + 3]!) &&
    Math.min(s[b + 1]!, s[b + 3]!) <= Math.max(s[a + 1]!, s[a + 3]!)
  )
}

function cutPair(s: Segments, first: number, second: number, cuts: FoundCuts): void {
  const a = first * 4
  const b = second * 4
  const b1 = side(s, a, s[b]!, s[b + 1]!)
  const b2 = side(s, a, s[b + 2]!, s[b + 3]!)
  if (b1 * b2 > 0) return
  const a1 = side(s, b, s[a]!, s[a + 1]!)
  const a2 = side(s, b, s[a + 2]!, s[a + 3]!)
  if (a1 * a2 > 0) return
  if (b1 * b2 < 0 && a1 * a2 < 0) {
    const share = a1 / (a1 - a2)
    const x = Math.round(s[a]! + (s[a + 2]! - s[a]!) * share)
    const y = Math.round(s[a + 1]! + (s[a + 3]! - s[a + 1]!) * share)
    addCut(s, first, x, y, cuts)
    addCut(s, second, x, y, cuts)
    return
  }
  if (b1 === 0) cutWhereOn(s, first, s[b]!, s[b + 1]!, cuts)
  if (b2 === 0) cutWhereOn(s, first, s[b + 2]!, s[b + 3]!, cuts)
  if (a1 === 0) cutWhereOn(s, second, s[a]!, s[a + 1]!, cuts)
  if (a2 === 0) cutWhereOn(s, second, s[a + 2]!, s[a + 3]!, cuts)
}

/** Twice the signed area of a segment and a point: 0 when the point is on the segment's line. */
function side(s: Segments, a: number, x: number, y: number): number {
  return (s[a + 2]! - s[a]!) * (y - s[a + 1]!) - (s[a + 3]! - s[a + 1]!) * (x - s[a]!)
}

/** Cuts a segment at a point of its line when the point lies between its ends. */
function cutWhereOn(s: Segments, index: number, x: number, y: number, cuts: FoundCuts): void {
  const a = index * 4
  const within = (s[a]! - x) * (s[a + 2]! - x) + (s[a + 1]! - y) * (s[a + 3]! - y) < 0
  if (within) addCut(s, index, x, y, cuts)
}

function addCut(s: Segments, index: number, x: number, y: number, cuts: FoundCuts): void {
  const a = index * 4
  if ((s[a] === x && s[a + 1] === y) || (s[a + 2] === x && s[a + 3] === y)) return
  const points = cuts.get(index)
  if (points === undefined) cuts.set(index, [x, y])
  else points.push(x, y)
}

function applyCuts(segments: Segments, cuts: Cuts): Segments {
  const out: number[] = []
  for (let a = 0; a < segments.length; a += 4) {
    const points = cuts.get(a / 4)
    const [x1, y1, x2, y2] = [segments[a]!, segments[a + 1]!, segments[a + 2]!, segments[a + 3]!]
    if (points === undefined) out.push(x1, y1, x2, y2)
    else pushChain(out, x1, y1, x2, y2, points)
  }
  return out
}

/** Adds the pieces of a segment, its cuts in order along it. */
function pushChain(
  out: number[],
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  points: readonly number[],
): void {
  const along = (x: number, y: number) => (x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)
  const chain: (readonly [number, number])[] = []
  for (let at = 0; at < points.length; at += 2) chain.push([points[at]!, points[at + 1]!])
  chain.sort((p, q) => along(p[0], p[1]) - along(q[0], q[1]) || p[0] - q[0] || p[1] - q[1])
  chain.push([x2, y2])
  let [fromX, fromY] = [x1, y1]
  for (const [x, y] of chain) {
    if (x === fromX && y === fromY) continue
    out.push(fromX, fromY, x, y)
    fromX = x
    fromY = y
  }
}
