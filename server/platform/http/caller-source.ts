import type { IncomingMessage } from 'node:http'
import type { Caller } from '../access/caller.ts'

/** Tells who is behind a request. */
export interface CallerSource {
  /** Who it is if that can be told from memory, at the cost of a look-up; null when the database must be asked. Never throws. */
  known(request: IncomingMessage): Caller | null
  /**
   * Who it is. A stranger, and a session that has ended, is anonymous.
   *
   * @throws DomainError `unauthenticated` for a key that is unknown, expired or revoked
   */
  resolve(request: IncomingMessage): Promise<Caller>
}

/** The same caller behind every request. */
export function alwaysCaller(caller: Caller): CallerSource {
  return { known: () => caller, resolve: async () => caller }
}
