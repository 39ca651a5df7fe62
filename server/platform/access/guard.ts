import { DomainError } from '../../engine/errors.ts'
import { type Access, type Principal, hasAccess } from './principal.ts'
import { underMaintenance } from './maintenance.ts'
import { ALL_RIGHTS } from './rights.ts'

/**
 * When a call can be closed to everybody: `demo`, for the demo city takes no real data; `maintenance`, while an import
 * holds the one connection of the embedded database.
 */
export type ClosedState = 'demo' | 'maintenance'

/** What the contract of an endpoint says of who may call it, and when. */
export interface GuardedEndpoint {
  readonly id: string
  readonly access: Access
  readonly resource: Access | null
  readonly closedIn: readonly ClosedState[]
  isDryRun(query: unknown): boolean
}

/** Asks, for every call alike, what its contract declares. Whatever comes after it has been permitted. */
export interface Guard {
  /**
   * Admits a caller, before anything of the request but its path is looked at.
   *
   * @throws DomainError `unauthenticated` when signing in may help, `not-found` for one who may not know of the thing
   * that the path names, `forbidden`
   */
  admit(principal: Principal, endpoint: Pick<GuardedEndpoint, 'access' | 'resource'>): void
  /** @throws DomainError `demo-refused`, or `busy` under maintenance, unless the query only tries out */
  refuseClosed(endpoint: Pick<GuardedEndpoint, 'closedIn' | 'isDryRun'>, query: unknown): void
}

interface City {
  readonly demo: boolean
  readonly isUnderMaintenance: () => boolean
}

/** The guard of a city. */
export function createGuard({ demo, isUnderMaintenance }: City): Guard {
  return {
    admit,
    refuseClosed(endpoint, query) {
      const { closedIn } = endpoint
      if (closedIn.length === 0 || endpoint.isDryRun(query)) return
      if (demo && closedIn.includes('demo')) throw demoRefused()
      if (closedIn.includes('maintenance') && isUnderMaintenance()) throw underMaintenance()
    },
  }
}

/** @throws TypeError for an endpoint that says of nobody that he may call it */
export function requireDeclaredAccess({ id, access, resource }: GuardedEndpoint): void {
  for (const declared of [access, ...(resource === null ? [] : [resource])])
    if (!DECLARABLE.includes(declared)) throw new TypeError(`${id} declares no right that there is.`)
}

const DECLARABLE: readonly Access[] = ['anyone', 'signed-in', ...ALL_RIGHTS]

function admit(
  principal: Principal,
  { access, resource }: Pick<GuardedEndpoint, 'access' | 'resource'>,
): void {
  if (hasAccess(principal, access)) return
  if (principal.actor.kind === 'anonymous') throw new DomainError('unauthenticated', 'Sign in first.')
  if (resource !== null && !hasAccess(principal, resource))
    throw new DomainError('not-found', 'There is nothing at this path.')
  throw new DomainError('forbidden', `This is not open to you (${access}).`)
}

function demoRefused(): DomainError {
  return new DomainError(
    'demo-refused',
    'The demo city takes no real data. Start with DEMO=off to set up a city of your own.',
  )
}
