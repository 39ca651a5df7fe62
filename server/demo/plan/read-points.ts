import type { Vec } from '../geometry/vector.ts'

/** Points of the plan from a text such as `-1720,-1760 -1800,-1100`: metres east and north of the origin. */
export function readPoints(text: string): readonly Vec[] {
  return text.split(' ').map((pair): Vec => {
    const [x, y] = pair.split(',').map(Number)
    return [x!, y!]
  })
}
