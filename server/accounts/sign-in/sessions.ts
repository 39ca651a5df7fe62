import { audienceOf } from '../../platform/access/audience.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Account, StoredSession } from '../people/accounts.ts'
import type { MembershipOf } from '../people/membership.ts'
import { isToken, newToken, sessionHash } from './one-time-token.ts'
import type { SessionRepository } from '../people/repository.ts'

const HOUR_MS = 3_600_000
/** How long a session outlives its last use, and how long it lives at most. */
export const SESSION_IDLE_MS = 8 * HOUR_MS
export const SESSION_MAX_MS = 7 * 24 * HOUR_MS
/** Last use is written at most this often. */
const TOUCH_MS = 60_000

/** A new session. The token is in the cookie only, and is not stored. */
export interface OpenedSession {
  readonly id: number
  readonly token: string
  readonly expiresAtMs: number
}

/** The principal of a session's token, and until when without further use. */
export interface KnownSession {
  readonly principal: Principal
  readonly endsAtMs: number
}

/** Begins, finds and ends sessions. Every end calls `onChange`, so that caches drop it. */
export interface SessionService {
  /**
   * Always makes a new token, against session fixation.
   *
   * @param passwordHash hash of the password that was verified; null = signed in by other means
   * @throws DomainError `unauthenticated` when the account was disabled, or its password changed, meanwhile
   */
  open(account: Pick<Account, 'id'>, passwordHash?: string | null): Promise<OpenedSession>
  /** The session of a token, recording its use; null when unknown, ended, or the account is disabled. */
  find(token: string): Promise<KnownSession | null>
  end(sessionId: number): Promise<void>
  /** Ends every session of an account. @returns their number */
  endAll(accountId: number): Promise<number>
  /** Deletes ended sessions; a last use in the future is set to now, because the clock was set back. */
  sweep(): Promise<void>
}

interface Deps {
  readonly sessions: SessionRepository
  readonly clock: Clock
  /** SESSION_SECRET. */
  readonly secret: string
  readonly membershipOf: MembershipOf
  readonly onChange: () => void
}

/** The service of sessions. */
export function createSessionService({
  sessions,
  clock,
  secret,
  membershipOf,
  onChange,
}: Deps): SessionService {
  return {
    async open({ id: accountId }, passwordHash = null) {
      const token = newToken()
      const createdAtMs = clock.nowMs()
      const expiresAtMs = createdAtMs + SESSION_MAX_MS
      const tokenHash = sessionHash(token, secret)
      const id = await sessions.insert({ accountId, passwordHash, tokenHash, createdAtMs, expiresAtMs })
      if (id === null)
        throw new DomainError('unauthenticated', 'The account was changed meanwhile; sign in again.')
      return { id, token, expiresAtMs }
    },
    async find(token) {
      const nowMs = clock.nowMs()
      const stored = isToken(token) ? await sessions.find(sessionHash(token, secret)) : null
      if (stored === null || nowMs >= endOfSession(stored)) return null
      const latestEndMs = nowMs + SESSION_MAX_MS
      // Also for a last use in the future: the clock was set back since.
      if (Math.abs(nowMs - stored.lastUsedAtMs) >= TOUCH_MS)
        await sessions.touch(stored.id, nowMs, latestEndMs)
      const expiresAtMs = Math.min(stored.expiresAtMs, latestEndMs)
      return {
        principal: principalOf(stored, membershipOf),
        endsAtMs: endOfSession({ lastUsedAtMs: nowMs, expiresAtMs }),
      }
    },
    async end(sessionId) {
      await sessions.remove(sessionId)
      onChange()
    },
    async endAll(accountId) {
      const ended = await sessions.removeOfAccount(accountId)
      onChange()
      return ended
    },
    async sweep() {
      const nowMs = clock.nowMs()
      await sessions.holdToNow(nowMs, nowMs + SESSION_MAX_MS)
      await sessions.sweep(nowMs, nowMs - SESSION_IDLE_MS)
    },
  }
}

/** When a session ends unless it is used again, milliseconds since 1970. */
export function endOfSession({
  expiresAtMs,
  lastUsedAtMs,
}: Pick<StoredSession, 'expiresAtMs' | 'lastUsedAtMs'>): number {
  return Math.min(expiresAtMs, lastUsedAtMs + SESSION_IDLE_MS)
}

function principalOf(
  { id: sessionId, account, organisation }: StoredSession,
  membershipOf: MembershipOf,
): Principal {
  const { id: accountId, name, organisationId } = account
  return {
    audience: audienceOf(account.role, membershipOf(organisation)),
    actor: { kind: 'account', accountId, sessionId, name, organisationId },
  }
}
