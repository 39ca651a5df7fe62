import { insetEvenly } from '../../geometry/inset.ts'
import { isSimple, type Shape, signedArea } from '../../geometry/ring.ts'
import { between, distance, type Ring, type Vec } from '../../geometry/vector.ts'
import type { Random } from '../../random.ts'

/** How houses stand round a yard. */
export interface ClosedBlockOptions {
  readonly depthMetres: number
  readonly frontMetres: number
  /** Share of the plots that is left open. */
  readonly gaps: number
}

/** A block without room for a yard is built over up to this size. */
const MAX_SOLID_M2 = 1800

/**
 * Houses wall to wall along the street, a yard in the middle. Where the yard has fewer sides than the block, the houses
 * are one ring; a block too narrow for a yard is built over.
 */
export function closedBlock(block: Ring, options: ClosedBlockOptions, random: Random): readonly Shape[] {
  const yard = insetEvenly(block, options.depthMetres * random.between(0.9, 1.15))
  if (yard === null) return Math.abs(signedArea(block)) < MAX_SOLID_M2 ? [solid(block)] : []
  if (yard.length !== block.length) return [{ outer: block, holes: [[...yard].reverse()] }]
  return block.flatMap((p, k) => {
    const next = (k + 1) % block.length
    return plotsAlong([p, block[next]!, yard[next]!, yard[k]!], options, random)
  })
}

export const solid = (outer: Ring): Shape => ({ outer, holes: [] })

/** Cuts the strip between street side ab and yard side dc into plots. */
function plotsAlong(
  [a, b, c, d]: readonly [Vec, Vec, Vec, Vec],
  options: ClosedBlockOptions,
  random: Random,
): Shape[] {
  const plots = Math.max(1, Math.round(distance(a, b) / options.frontMetres))
  const houses: Shape[] = []
  for (let k = 0; k < plots; k++) {
    const [from, to] = [k / plots, (k + 1) / plots]
    const house: Ring = [between(a, b, from), between(a, b, to), between(d, c, to), between(d, c, from)]
    const sound = signedArea(house) > 30 && isSimple(house)
    if (sound && !(plots > 2 && random.chance(options.gaps))) houses.push(solid(house))
  }
  return houses
}
