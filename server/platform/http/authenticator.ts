import type { IncomingMessage } from 'node:http'
import type { Principal } from '../access/principal.ts'

/** Finds the principal of a request. */
export interface Authenticator {
  /** The principal if it is cached; null when the database must be read. Never throws. */
  known(request: IncomingMessage): Principal | null
  /**
   * The principal; anonymous without a session or with an ended one.
   *
   * @throws DomainError `unauthenticated` for a key that is unknown, expired or revoked
   */
  resolve(request: IncomingMessage): Promise<Principal>
}

/** Gives every request the same principal. */
export function fixedPrincipal(principal: Principal): Authenticator {
  return { known: () => principal, resolve: async () => principal }
}
