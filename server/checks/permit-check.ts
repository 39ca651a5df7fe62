import { ANALYST, type Audience, audienceOfRole, seesEverything } from '../platform/access/audience.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import { DomainError } from '../engine/errors.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { CheckQuery, Provenance } from './evidence.ts'

/** A check that the caller may see: only `permitCheck` makes one. */
export interface PermittedCheck {
  /** By whose limits figures are told, whoever asks; null where only analysts may see them. */
  readonly limitedTo: 'planner' | 'coordinator' | null
  /** The sources that count. */
  readonly sources: readonly Source[]
}

/**
 * Whose evidence a caller is given.
 *
 * Planners and coordinators are told sums of units from the sources that are open to them. An analyst who asks where every
 * source is open to planners is given the planners' evidence, so that both may read it; where one is not, his own. The public
 * and partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @param sources all that are stored
 * @throws DomainError `forbidden`
 */
export function permitCheck(audience: Audience, sources: readonly Source[]): PermittedCheck {
  const { role } = audience
  const openTo = (to: 'planner' | 'coordinator') => sources.filter(({ audiences }) => audiences.includes(to))
  if (seesEverything(audience)) {
    const isShared = openTo('planner').length === sources.length
    return { limitedTo: isShared ? 'planner' : null, sources }
  }
  if (role !== 'planner' && role !== 'coordinator')
    throw new DomainError('forbidden', 'Checks of proposals are open to planners, coordinators and analysts.')
  const open = openTo(role)
  if (open.length === 0 && sources.length > 0)
    throw new DomainError('forbidden', `No source is open to the role ${role}.`)
  return { limitedTo: role, sources: open }
}

/** Under whose eyes stored evidence was computed, so that it can be computed again as it was. */
export function audienceOfEvidence({ limitedTo }: Pick<CheckQuery, 'limitedTo'>): Audience {
  return limitedTo === undefined ? ANALYST : audienceOfRole(limitedTo)
}

/**
 * Whether an audience may read stored evidence: analysts all of it, planners and coordinators what was computed within
 * their own limits, or within the other's from sources that are open to them, too.
 *
 * @param of the provenance of the evidence
 * @param sources as they are now
 */
export function mayReadEvidence(
  audience: Audience,
  of: { readonly query: Pick<CheckQuery, 'limitedTo'>; readonly sources: Provenance['sources'] },
  sources: readonly Pick<Source, 'id' | 'audiences'>[],
): boolean {
  if (seesEverything(audience)) return true
  const { limitedTo } = of.query
  if (!isLimited(audience) || limitedTo === undefined) return false
  if (limitedTo === audience.role) return true
  const open = new Set(
    sources.flatMap((source) => (source.audiences.some((role) => role === audience.role) ? [source.id] : [])),
  )
  return of.sources.every(({ id }) => open.has(id))
}
