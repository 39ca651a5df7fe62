import { DomainError } from '../../engine/errors.ts'
import { type Access, type Principal, hasAccess } from './principal.ts'
import { underMaintenance } from './maintenance.ts'
import { ALL_RIGHTS } from './rights.ts'

/**
 * When an endpoint is closed to everybody: `demo`, because the demo city takes no real data; `maintenance`, while an
 * import holds the single connection of the embedded database.
 */
export type ClosedState = 'demo' | 'maintenance'

/** What an endpoint's contract declares about access. */
export interface GuardedEndpoint {
  readonly id: string
  readonly access: Access
  readonly resource: Access | null
  readonly closedIn: readonly ClosedState[]
  isDryRun(query: unknown): boolean
}

/**
 * Checks what the contract declares, for HTTP and commands alike. Handlers run only after it has let the call
 * through.
 */
export interface Guard {
  /**
   * Admits a caller; looks at nothing of the request but its path.
   *
   * @throws DomainError `unauthenticated` when signing in may help, `not-found` for a caller who may not know that
   * the path's resource exists, `forbidden`
   */
  admit(principal: Principal, endpoint: Pick<GuardedEndpoint, 'access' | 'resource'>): void
  /** @throws DomainError `demo-refused`, or `busy` under maintenance, unless the query is a dry run */
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

/** @throws TypeError for an endpoint whose contract declares no access */
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
