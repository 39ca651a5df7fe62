import { ANALYST, type Audience, audienceOfRole, seesEverything } from '../platform/access/audience.ts'
import { DomainError } from '../engine/errors.ts'
import { toLocalMinute } from '../engine/time/zone.ts'
import type { CheckQuery, Provenance } from './evidence.ts'
import {
  daysForParts,
  EVERY_FLAG,
  isLimited,
  LEAST_EDGE_METRES,
  LEAST_FOOTPRINT_M2,
  LEAST_RING_METRES,
  openSources,
  type PermitContext,
  permittedDays,
  SENSITIVE_CATEGORIES,
} from '../platform/access/staff-limits.ts'

const DAY_MINUTES = 1440

/** What a check is about to look at. */
export interface CheckScope {
  /** Area of the smallest part: a large part elsewhere must not carry a single address along, not on a thread either. */
  readonly leastPartM2: number
  /** Outer radii of the rings, ascending. */
  readonly ringMetres: readonly number[]
  readonly edgeMetres: number
  readonly fromMinute: number
  readonly toMinute: number
}

/** Which incidents a check counts, and how finely it tells of their hours. */
export interface CheckSight {
  readonly excludedFlags: number
  /** Indexes of CATEGORIES. */
  readonly excludedCategories: readonly number[]
  /** Source ids that count; null = all. */
  readonly sources: readonly string[] | null
  /** By three parts of the day, weekdays and weekends; or not at all. */
  readonly profile: 'parts' | 'none'
}

/** A check that the caller may see: only `permitCheck` makes one. */
export interface PermittedCheck {
  readonly audienceKey: string
  /** Whose limits it keeps within, for the record; null where only analysts may see it. */
  readonly limitedTo: 'planner' | 'coordinator' | null
  readonly sight: CheckSight
}

/**
 * What an audience may see of a check.
 *
 * Planners and coordinators check footprints of a hectare and more, with rings of 25 m and more, cells of 100 m and
 * more, of sources that are open to them. The same question of an analyst is the same check; analysts may ask beyond those
 * limits and of every source. Sensitive categories and flagged incidents are left out of every figure, ranks and profiles
 * too. The public and partners read releases and never query incidents; administrators have no access to incidents.
 *
 * @throws DomainError `forbidden`
 */
export function permitCheck(audience: Audience, scope: CheckScope, context: PermitContext): PermittedCheck {
  const { role } = audience
  if (seesEverything(audience)) return sharedCheck(scope, context) ?? analystsCheck(audience, scope, context)
  if (role !== 'planner' && role !== 'coordinator')
    throw new DomainError('forbidden', 'Checks of proposals are open to planners, coordinators and analysts.')
  return limitedCheck(role, scope, context)
}

function limitedCheck(
  limitedTo: 'planner' | 'coordinator',
  scope: CheckScope,
  context: PermitContext,
): PermittedCheck {
  const audience = audienceOfRole(limitedTo)
  refuseSmall(scope)
  const days = permittedDays(scope.fromMinute, scope.toMinute, context)
  const sources = openSources(audience, null, context.sources)
  return { audienceKey: audience.cacheKey, limitedTo, sight: sightOf(sources, days) }
}

/** A check that planners may see, of every source: null where they may not, or not of every source. */
function sharedCheck(scope: CheckScope, context: PermitContext): PermittedCheck | null {
  try {
    const permitted = limitedCheck('planner', scope, context)
    return permitted.sight.sources === null ? permitted : null
  } catch (error) {
    if (error instanceof DomainError && error.code === 'forbidden') return null
    throw error
  }
}

function analystsCheck(
  { cacheKey }: Audience,
  { fromMinute, toMinute }: CheckScope,
  { zone }: PermitContext,
): PermittedCheck {
  const days = (toLocalMinute(zone, toMinute) - toLocalMinute(zone, fromMinute)) / DAY_MINUTES
  return { audienceKey: cacheKey, limitedTo: null, sight: sightOf(null, days) }
}

function sightOf(sources: CheckSight['sources'], days: number): CheckSight {
  return {
    excludedFlags: EVERY_FLAG,
    excludedCategories: SENSITIVE_CATEGORIES,
    sources,
    profile: days >= daysForParts(true, true) ? 'parts' : 'none',
  }
}

function refuseSmall({ leastPartM2, ringMetres, edgeMetres }: CheckScope): void {
  if (leastPartM2 < LEAST_FOOTPRINT_M2)
    throw new DomainError(
      'forbidden',
      'Areas of less than 1 hectare, parts of an area and what hangs on by less than 5 m too, are open to analysts only.',
    )
  if (ringMetres.some((outer, k) => outer - (ringMetres[k - 1] ?? 0) < LEAST_RING_METRES))
    throw new DomainError('forbidden', `Rings of less than ${LEAST_RING_METRES} m are open to analysts only.`)
  if (edgeMetres < LEAST_EDGE_METRES)
    throw new DomainError('forbidden', `Cells of less than ${LEAST_EDGE_METRES} m are open to analysts only.`)
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
  sources: PermitContext['sources'],
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
