import { audienceOfRole } from '../../platform/access/audience.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Account, StoredSession } from '../people/accounts.ts'
import { isToken, newToken, sessionHash } from './one-time-token.ts'
import type { SessionRepository } from '../people/repository.ts'

const HOUR_MS = 3_600_000
/** How long a session outlives its last use, and how long it lives at most. */
export const SESSION_IDLE_MS = 8 * HOUR_MS
export const SESSION_MAX_MS = 7 * 24 * HOUR_MS
/** Last use is written at most this often. */
const TOUCH_MS = 60_000

/** A session just begun. The token is told once, in the cookie, and stored nowhere. */
export interface OpenedSession {
  readonly id: number
  readonly token: string
  readonly expiresAtMs: number
}

/** Who a session's token makes of its bearer, and until when if it is not used again. */
export interface KnownSession {
  readonly principal: Principal
  readonly endsAtMs: number
}

/** Begins, finds and ends sessions. Every way that ends one is told to `onChange`, so that nothing remembers it. */
export interface SessionService {
  /**
   * Always a new token: whatever was planted in a browser before signing in is worth nothing.
   *
   * @param passwordHash that of the password by which its person has proven who he is; null = by something else
   * @throws DomainError `unauthenticated` when the account was disabled meanwhile, or has another password by now
   */
  open(account: Pick<Account, 'id'>, passwordHash?: string | null): Promise<OpenedSession>
  /** The bearer of a token, whose last use is noted; null when it is unknown or has ended, or the account is disabled. */
  find(token: string): Promise<KnownSession | null>
  end(sessionId: number): Promise<void>
  /** Ends every session of an account. @returns how many there were */
  endAll(accountId: number): Promise<number>
  /** Takes what has ended out of the database; a session of the future begins now, for the clock was set back since. */
  sweep(): Promise<void>
}

interface Deps {
  readonly sessions: SessionRepository
  readonly clock: Clock
  /** SESSION_SECRET. */
  readonly secret: string
  readonly onChange: () => void
}

/** The service of sessions. */
export function createSessionService({ sessions, clock, secret, onChange }: Deps): SessionService {
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
      // Also one that was used in the future: the clock was set back since.
      if (Math.abs(nowMs - stored.lastUsedAtMs) >= TOUCH_MS)
        await sessions.touch(stored.id, nowMs, latestEndMs)
      const expiresAtMs = Math.min(stored.expiresAtMs, latestEndMs)
      return { principal: principalOf(stored), endsAtMs: endOfSession({ lastUsedAtMs: nowMs, expiresAtMs }) }
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

function principalOf({ id: sessionId, account, placeIds }: StoredSession): Principal {
  const { id: accountId, name, organisationId } = account
  return {
    audience: audienceOfRole(account.role, placeIds),
    actor: { kind: 'account', accountId, sessionId, name, organisationId },
  }
}
