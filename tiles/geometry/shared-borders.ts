import { type Path, rankPoints } from './significance.ts'

/**
 * Ranks the points of all rings of a layer for simplification so that neighbours stay neighbours.
 *
 * Rings are split at junctions, points where more than two borders meet; the lines between are ranked alike in every
 * ring, so a border shared by two areas is identical at every zoom, without gaps or overlaps.
 *
 * @param rings flat coordinates each, in world units, whole numbers
 */
export function rankRings(rings: readonly Float64Array[]): Path[] {
  const junctions = findJunctions(rings)
  return rings.map((points) => {
    const significance = new Float64Array(points.length / 2)
    for (const places of partRing(points, junctions)) rankPoints(points, places, significance)
    return { points, significance }
  })
}

type Junctions = (x: number, y: number) => boolean

const keyOf = (x: number, y: number) => `${x} ${y}`

function findJunctions(rings: readonly Float64Array[]): Junctions {
  const neighbours = new Map<string, readonly string[]>()
  const junctions = new Set<string>()
  for (const points of rings) {
    const keys = Array.from({ length: points.length / 2 }, (_, k) =>
      keyOf(points[k * 2]!, points[k * 2 + 1]!),
    )
    keys.forEach((key, place) => {
      const around = [keys.at(place - 1)!, keys[(place + 1) % keys.length]!]
      const known = neighbours.get(key)
      if (known === undefined) neighbours.set(key, around)
      else if (around.some((neighbour) => !known.includes(neighbour))) junctions.add(key)
    })
  }
  return (x, y) => junctions.has(keyOf(x, y))
}

/** The lines between the junctions of a ring, as indexes of its points; one closed line when it has none. */
function partRing(points: Float64Array, isJunction: Junctions): number[][] {
  const count = points.length / 2
  const anchors: number[] = []
  for (let place = 0; place < count; place++) {
    if (isJunction(points[place * 2]!, points[place * 2 + 1]!)) anchors.push(place)
  }
  if (anchors.length === 0) anchors.push(lowestPoint(points))
  return anchors.map((start, index) => {
    const next = anchors[(index + 1) % anchors.length]!
    const steps = (next - start + count) % count || count
    return Array.from({ length: steps + 1 }, (_, step) => (start + step) % count)
  })
}

/** A point that does not depend on the ring's start or direction. */
function lowestPoint(points: Float64Array): number {
  let lowest = 0
  for (let place = 1; place < points.length / 2; place++) {
    const order = points[place * 2]! - points[lowest * 2]! || points[place * 2 + 1]! - points[lowest * 2 + 1]!
    if (order < 0) lowest = place
  }
  return lowest
}
