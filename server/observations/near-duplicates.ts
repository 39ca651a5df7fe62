import type { Observation } from './observation.ts'

/** Observations that are likely of the same thing, the newest first. */
export type ObservationGroup = readonly Observation[]

const NEAR_METRES = 50
const NEAR_MS = 24 * 3_600_000

/**
 * Puts observations of the same kind and area together that lie within 50 m and 24 hours of the newest of them. One
 * without a position stays alone, for nobody knows what it is near.
 *
 * @param newestFirst by when they were seen
 */
export function nearDuplicates(newestFirst: readonly Observation[]): readonly ObservationGroup[] {
  const groups: Observation[][] = []
  for (const observation of newestFirst) {
    const group = groups.find(([first]) => isNear(first!, observation))
    if (group === undefined) groups.push([observation])
    else group.push(observation)
  }
  return groups
}

function isNear(a: Observation, b: Observation): boolean {
  if (a.kind !== b.kind || a.areaId !== b.areaId || a.position === null || b.position === null) return false
  const metres = Math.hypot(a.position.x - b.position.x, a.position.y - b.position.y)
  return metres <= NEAR_METRES && Math.abs(Date.parse(a.seenAt) - Date.parse(b.seenAt)) <= NEAR_MS
}
