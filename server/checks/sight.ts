import type { RowScope } from '../engine/snapshot/row-scope.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { Area } from '../engine/snapshot/features.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { EVERY_FLAG, SENSITIVE_CATEGORIES } from '../platform/access/staff-limits.ts'
import type { RankEvidence } from './evidence.ts'

/** The rows of a snapshot that a check counts. @param sourceIds source ids by `columns.source` */
export function rowScopeOf(sources: readonly Source[], sourceIds: readonly string[]): RowScope {
  return {
    precisionMask: DEFAULT_PRECISION_MASK,
    excludedFlags: EVERY_FLAG,
    excludedCategories: SENSITIVE_CATEGORIES.reduce((bits, category) => bits | (1 << category), 0),
    excludedSources: Uint8Array.from(sourceIds, (id) => (sources.some((source) => source.id === id) ? 0 : 1)),
  }
}

/** What makes places comparable: residents where statistical areas carry any, else incidents of the other groups. */
export function matchedOn(areas: readonly Area[]): RankEvidence['matchedOn'] {
  const known = areas.some(
    ({ properties: { kind, residents, validTo } }) =>
      kind === 'base' && residents !== null && validTo === null,
  )
  return known ? 'residents' : 'incidents'
}
