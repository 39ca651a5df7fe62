import { inShape, type Shape } from './ring.ts'
import { between, type Line, segmentCrossing, type Vec } from './vector.ts'

/** The pieces of a line that lie inside a shape, in order; their ends lie on its border where they were cut. */
export function clipLine(line: Line, shape: Shape): readonly Line[] {
  const pieces: Vec[][] = []
  let open: Vec[] | null = null
  for (let i = 1; i < line.length; i++) {
    const stops = [line[i - 1]!, ...crossingsOf(line[i - 1]!, line[i]!, shape), line[i]!]
    for (let k = 1; k < stops.length; k++) {
      const inside = inShape(between(stops[k - 1]!, stops[k]!, 0.5), shape)
      if (inside && open === null) pieces.push((open = [stops[k - 1]!]))
      if (inside) open!.push(stops[k]!)
      else open = null
    }
  }
  return pieces
}

function crossingsOf(a: Vec, b: Vec, shape: Shape): Vec[] {
  const shares: number[] = []
  for (const ring of [shape.outer, ...shape.holes]) {
    for (let i = 0; i < ring.length; i++) {
      const crossing = segmentCrossing(a, b, ring[i]!, ring[(i + 1) % ring.length]!)
      if (crossing !== null && crossing.t > 0 && crossing.t < 1) shares.push(crossing.t)
    }
  }
  return shares.sort((x, y) => x - y).map((t) => between(a, b, t))
}
