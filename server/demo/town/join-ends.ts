import { between, distance, type Line, nearestOnSegment, type Vec } from '../geometry/vector.ts'

/** Moves the ends of lines, one after the other, onto the nearest other line, where one is within reach. */
export function joinEnds(lines: readonly Line[], reachMetres: number): readonly Line[] {
  const joined = [...lines]
  lines.forEach((line, k) => {
    const closed = distance(line[0]!, line.at(-1)!) < 1
    if (closed) return
    const others = joined.filter((_, other) => other !== k)
    const first = nearestOn(line[0]!, others, reachMetres)
    const last = nearestOn(line.at(-1)!, others, reachMetres)
    joined[k] = [first ?? line[0]!, ...line.slice(1, -1), last ?? line.at(-1)!]
  })
  return joined
}

function nearestOn(p: Vec, lines: readonly Line[], reachMetres: number): Vec | null {
  let best: Vec | null = null
  let minimum = reachMetres
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const near = nearestOnSegment(p, line[i - 1]!, line[i]!)
      if (near.distance < minimum) [best, minimum] = [between(line[i - 1]!, line[i]!, near.t), near.distance]
    }
  }
  return best
}
