import type { IncomingMessage } from 'node:http'
import type { Principal } from '../access/principal.ts'

/** Tells who is behind a request. */
export interface Authenticator {
  /** Who it is if that can be told from memory, at the cost of a look-up; null when the database must be asked. Never throws. */
  known(request: IncomingMessage): Principal | null
  /**
   * Who it is. A stranger, and a session that has ended, is anonymous.
   *
   * @throws DomainError `unauthenticated` for a key that is unknown, expired or revoked
   */
  resolve(request: IncomingMessage): Promise<Principal>
}

/** The same caller behind every request. */
export function fixedPrincipal(principal: Principal): Authenticator {
  return { known: () => principal, resolve: async () => principal }
}
