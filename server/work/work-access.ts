import type { Audience } from '../platform/access/audience.ts'
import type { WorkItem } from './work-item.ts'

/** Gives a place itself and, of a district, the places that lie in it. */
export type PlacesWithin = (areaId: number) => readonly number[]

/**
 * The areas whose work items an audience reads and writes; null for the whole city.
 *
 * A partner has the areas of their organisation. Staff and readers of a board that answers for some districts and places
 * have those, and the places in those districts; of a board that answers for the whole city, and of none, everything.
 */
export function workedAreas(
  { role, placeIds, areaIds }: Audience,
  within: PlacesWithin,
): ReadonlySet<number> | null {
  if (role === 'partner') return new Set(placeIds)
  return areaIds === undefined ? null : new Set(areaIds.flatMap(within))
}

/**
 * Whether an audience may read a work item, and write it as far as it may write any: in its own areas, and what is for
 * the authorities alone only as one of those.
 *
 * @param own the audience's `workedAreas`
 */
export function mayReadWork(
  audience: Audience,
  item: Pick<WorkItem, 'areaId' | 'audience'>,
  own: ReadonlySet<number> | null,
): boolean {
  return (own === null || own.has(item.areaId)) && isFor(audience, item.audience)
}

/** A partner speaks for an authority where the organisation is one; everybody else unless it is a party. */
function isFor({ role, isAuthority }: Audience, audience: WorkItem['audience']): boolean {
  if (audience !== 'authorities') return true
  return role === 'partner' ? isAuthority === true : isAuthority !== false
}
