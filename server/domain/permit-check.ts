import { type Audience, seesEverything } from './audience.ts'
import { DomainError } from './errors.ts'

/** What a check is about to look at. */
export interface CheckScope {
  readonly areaM2: number
}

/** A check that the caller may see: only `permitCheck` makes one. */
export interface PermittedCheck extends CheckScope {
  readonly audienceKey: string
}

/**
 * Whether an audience may check a footprint at all. The public and partners read releases and never query incidents;
 * administrators have no access to incidents.
 *
 * @throws DomainError `forbidden`
 */
export function permitCheck(audience: Audience, scope: CheckScope): PermittedCheck {
  if (!seesEverything(audience) && audience.role !== 'planner' && audience.role !== 'coordinator') {
    throw new DomainError('forbidden', 'Checks of proposals are open to planners, coordinators and analysts.')
  }
  return { ...scope, audienceKey: audience.cacheKey }
}
