import { CATEGORY_GROUPS, type CategoryGroupCode, categoriesOfGroup } from '../engine/snapshot/categories.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import { audienceOfRole, ANALYST } from '../platform/access/audience.ts'
import { EVERY_FLAG } from '../platform/access/staff-limits.ts'
import type { PermittedCheck } from './permit-check.ts'
import type { EdgeMetres, PermittedSurfaceQuery } from '../engine/snapshot/query.ts'
import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import type { Period } from '../engine/time/periods.ts'

/** The surface of a query on a snapshot that the caller holds. */
export type SurfaceOn = (
  snapshot: Snapshot,
  query: PermittedSurfaceQuery,
  options: { readonly signal?: AbortSignal },
) => Promise<HotspotSurface>

interface Asked {
  readonly period: Period
  readonly edgeMetres: EdgeMetres
  readonly sight: PermittedCheck
}

/** The surfaces of the four groups that the cells of a check come from, as far as its caller may see them. */
export function surfacesOf(
  surfaceOn: SurfaceOn,
  snapshot: Snapshot,
  { period: [fromMinute, toMinute], edgeMetres, sight: { limitedTo, sources } }: Asked,
  options: { readonly signal?: AbortSignal },
): Promise<{ group: CategoryGroupCode; surface: HotspotSurface }[]> {
  const queryOf = (group: CategoryGroupCode): PermittedSurfaceQuery => ({
    edgeMetres,
    time: 'from',
    exposure: 'area',
    audienceKey: (limitedTo === null ? ANALYST : audienceOfRole(limitedTo)).cacheKey,
    filter: {
      categories: categoriesOfGroup(group),
      categoriesLabel: `group:${group}`,
      fromMinute,
      toMinute,
      hours: null,
      weekdays: null,
      precisionMask: DEFAULT_PRECISION_MASK,
      flags: 0,
      excludedFlags: EVERY_FLAG,
      sources: sources.map(({ id }) => id).toSorted(),
    },
  })
  return whenAllEnded(
    CATEGORY_GROUPS.map(async ({ code: group }) => ({
      group,
      surface: await surfaceOn(snapshot, queryOf(group), options),
    })),
  )
}
