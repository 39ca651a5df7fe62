import type { Area } from '../engine/snapshot/features.ts'
import type { RankEvidence } from './evidence.ts'

/** What places are matched on: residents where statistical areas have any, else incidents of the other groups. */
export function matchedOn(areas: readonly Area[]): RankEvidence['matchedOn'] {
  const known = areas.some(
    ({ properties: { kind, residents, validTo } }) =>
      kind === 'base' && residents !== null && validTo === null,
  )
  return known ? 'residents' : 'incidents'
}
