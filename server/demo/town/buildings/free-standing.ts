import { boxOf, distanceToRing, inRing, ringWithin, type Shape } from '../../geometry/ring.ts'
import {
  add,
  between,
  direction,
  distance,
  leftOf,
  type Ring,
  rotate,
  scale,
  subtract,
  type Vec,
} from '../../geometry/vector.ts'
import type { Random } from '../../random.ts'
import { solid } from './closed-block.ts'
import { rectangle } from './rectangle.ts'

/** Houses in rows across a block: slabs, towers, sheds. */
export interface RowsOptions {
  readonly angleDegrees: number
  /** Distance between the middles of neighbours, along and across the rows. */
  readonly alongMetres: number
  readonly acrossMetres: number
  readonly lengthMetres: number
  readonly breadthMetres: number
  /** How unlike each other sizes and places are, 0–0.5. */
  readonly variety: number
  /** Share of places that is left open. */
  readonly gaps: number
  readonly setbackMetres: number
}

/** Free-standing houses in rows, each wholly inside the block. */
export function rowsOfHouses(block: Ring, options: RowsOptions, random: Random): readonly Shape[] {
  const turned = block.map((p) => rotate(p, -options.angleDegrees))
  const box = boxOf(turned)
  const houses: Shape[] = []
  for (let v = box.minY + options.acrossMetres / 2; v < box.maxY; v += options.acrossMetres) {
    for (let u = box.minX + options.alongMetres / 2; u < box.maxX; u += options.alongMetres) {
      const house = oneHouse([u, v], options, random)
      if (house !== null && fits(house, block, options.setbackMetres)) houses.push(solid(house))
    }
  }
  return houses
}

function oneHouse(place: Vec, options: RowsOptions, random: Random): Ring | null {
  const shift = (room: number) => random.between(-0.5, 0.5) * room * options.variety
  const centre = rotate(
    add(place, [
      shift(options.alongMetres - options.lengthMetres),
      shift(options.acrossMetres - options.breadthMetres),
    ]),
    options.angleDegrees,
  )
  const size = () => 1 + random.between(-0.5, 0.5) * options.variety
  const house = rectangle(
    centre,
    options.lengthMetres * size(),
    options.breadthMetres * size(),
    options.angleDegrees,
  )
  return random.chance(options.gaps) ? null : house
}

const fits = (house: Ring, block: Ring, setback: number) =>
  house.every((corner) => inRing(corner, block) && distanceToRing(corner, block) >= setback) &&
  ringWithin(house, block)

/** Small houses along the streets round a block, gardens behind. */
export function villasAlong(block: Ring, plotMetres: number, random: Random): readonly Shape[] {
  const houses: Shape[] = []
  const middles: Vec[] = []
  block.forEach((p, k) => {
    const q = block[(k + 1) % block.length]!
    const plots = Math.floor(distance(p, q) / plotMetres)
    for (let plot = 0; plot < plots; plot++) {
      const at = between(p, q, (plot + random.between(0.35, 0.65)) / plots)
      const house = villa(at, direction(p, q), random)
      const middle = between(house[0]!, house[2]!, 0.5)
      const free = middles.every((other) => distance(other, middle) > plotMetres * 0.8)
      if (!free || random.chance(0.06) || !fits(house, block, 2.5)) continue
      houses.push(solid(house))
      middles.push(middle)
    }
  })
  return houses
}

function villa(at: Vec, along: Vec, random: Random): Ring {
  const [front, deep, back] = [random.between(9, 14), random.between(8, 11), random.between(9, 13)]
  const centre = add(at, scale(leftOf(along), back))
  const corner = (u: number, v: number) => add(centre, add(scale(along, u), scale(leftOf(along), v)))
  const plain = [
    corner(-front / 2, -deep / 2),
    corner(front / 2, -deep / 2),
    corner(front / 2, deep / 2),
    corner(-front / 2, deep / 2),
  ]
  if (!random.chance(0.35)) return plain
  const wing = subtract(corner(front / 2, deep / 2), scale(along, front * 0.45))
  return [
    ...plain.slice(0, 3),
    wing,
    add(wing, scale(leftOf(along), -deep * 0.4)),
    add(plain[3]!, scale(leftOf(along), -deep * 0.4)),
  ]
}
