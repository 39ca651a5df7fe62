import { createField } from '../geometry/noise.ts'
import { boxOf, inBox, inShape, type Shape } from '../geometry/ring.ts'
import type { Ring, Vec } from '../geometry/vector.ts'
import { ISLETS, LAKE, MAINLAND, OLD_TOWN, SOUTH_ISLAND } from '../plan/shore.ts'
import { traceIslet, traceShore } from './shoreline.ts'

/** Where the city stands: everything else is water. */
export interface Land {
  readonly mainland: Shape
  readonly oldTown: Shape
  readonly southIsland: Shape
  readonly islets: readonly Shape[]
  readonly lake: Ring
  /** All that is land, the largest first; the lake is a hole in it. */
  readonly shapes: readonly Shape[]
  isLand(p: Vec): boolean
}

const island = (outer: Ring): Shape => ({ outer, holes: [] })

/** Traces all shores; the seed moves the natural ones by some tens of metres. */
export function createLand(seed: string): Land {
  const field = createField(`${seed}/shore`)
  const lake = traceShore(LAKE, field)
  const mainland: Shape = { outer: traceShore(MAINLAND, field), holes: [[...lake].reverse()] }
  const oldTown = island(traceShore(OLD_TOWN, field))
  const southIsland = island(traceShore(SOUTH_ISLAND, field))
  const islets = ISLETS.map((islet) => island(traceIslet(islet, field)))
  const shapes = [mainland, southIsland, oldTown, ...islets]
  return {
    mainland,
    oldTown,
    southIsland,
    islets,
    lake,
    shapes,
    isLand: createLandTest(shapes),
  }
}

/** Most questions are about the mainland's middle or the open sea: the boxes settle the rest quickly. */
function createLandTest(shapes: readonly Shape[]): (p: Vec) => boolean {
  const boxed = shapes.map((shape) => ({ shape, box: boxOf(shape.outer) }))
  return (p) => boxed.some(({ shape, box }) => inBox(p, box) && inShape(p, shape))
}
