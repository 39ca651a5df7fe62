import { type Audience, audienceOfRole, seesEverything } from '../platform/access/audience.ts'
import {
  isOpenToBoard,
  leftOutSources,
  mayReadSource,
  nothingOpen,
  type SourceTerms,
} from '../platform/access/source-access.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import { DomainError } from '../engine/errors.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { CheckQuery, Provenance } from './evidence.ts'

/** A check that the caller may see: only `permitCheck` makes one. */
export interface PermittedCheck {
  /** The role whose limits the figures keep; null where only analysts may see them. */
  readonly limitedTo: 'planner' | 'coordinator' | null
  /** The sources that count. */
  readonly sources: readonly Source[]
  /** The sources that are not open to the caller's organisation. */
  readonly leftOut: readonly Source[]
}

/**
 * Decides whose evidence a caller gets.
 *
 * Planners and coordinators get sums of units from the sources open to them. An analyst gets the planners' evidence
 * where every source that is open to the analyst is open to planners, so that both may read it; else an analyst's own.
 * The public and partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @param all the sources that are stored
 * @throws DomainError `forbidden`
 */
export function permitCheck(audience: Audience, all: readonly Source[]): PermittedCheck {
  const { role } = audience
  const sources = all.filter((source) => mayReadSource(audience, source))
  const leftOut = leftOutSources(audience, all)
  const isAnalyst = seesEverything(audience)
  if (!isAnalyst && role !== 'planner' && role !== 'coordinator')
    throw new DomainError('forbidden', 'Checks of proposals are open to planners, coordinators and analysts.')
  if (sources.length === 0 && all.length > 0) throw nothingOpen(audience)
  if (!isAnalyst) return { limitedTo: role as 'planner' | 'coordinator', sources, leftOut }
  const isShared = sources.every(({ audiences }) => audiences.includes('planner'))
  return { limitedTo: isShared ? 'planner' : null, sources, leftOut }
}

/** The audience for which stored evidence was computed, for recomputing it. */
export function audienceOfEvidence({
  limitedTo,
  leftOut = [],
}: Pick<CheckQuery, 'limitedTo' | 'leftOut'>): Audience {
  return { ...audienceOfRole(limitedTo ?? 'analyst'), withoutSources: leftOut }
}

/**
 * Whether an audience may read stored evidence: analysts all of it; planners and coordinators evidence computed
 * within their own limits, or within the other role's from sources open to both; and everybody only where each of its
 * sources is open to their organisation.
 *
 * @param of the provenance of the evidence
 * @param sources as they are now
 */
export function mayReadEvidence(
  audience: Audience,
  of: { readonly query: Pick<CheckQuery, 'limitedTo'>; readonly sources: Provenance['sources'] },
  sources: readonly SourceTerms[],
): boolean {
  const counted = sources.filter(({ id }) => of.sources.some((source) => source.id === id))
  if (!counted.every((source) => isOpenToBoard(audience, source))) return false
  if (seesEverything(audience)) return true
  const { limitedTo } = of.query
  if (!isLimited(audience) || limitedTo === undefined) return false
  if (limitedTo === audience.role) return true
  const isKnown = ({ id }: Provenance['sources'][number]) => counted.some((source) => source.id === id)
  return of.sources.every(isKnown) && counted.every((source) => mayReadSource(audience, source))
}
