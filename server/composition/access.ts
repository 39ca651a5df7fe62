import type { Config } from '../config/config.ts'
import { type CookieJar, createCookie, SESSION_COOKIE } from '../platform/http/session-cookie.ts'
import { createUseTally, type UseTally } from '../platform/audit/use-tally.ts'
import { offeredAccounts } from '../demo/demo-accounts.ts'
import type { Storage } from './storage.ts'
import {
  ACCESS_POLL_MS,
  type RevocableAuthenticator,
  createAuthenticator,
  createKeyService,
  createMembershipOf,
  createPasswordHasher,
  createSessionService,
  type KeyService,
  type SessionService,
  watchAccess,
  createPeopleParts,
  type PeopleParts,
} from '../accounts/index.ts'

/** Authentication: sessions, keys and their caches. */
export interface Access {
  readonly authenticator: RevocableAuthenticator
  readonly sessions: SessionService
  readonly keys: KeyService
  /** Counts of the use of sessions and keys. */
  readonly uses: UseTally
  readonly cookie: CookieJar
  readonly people: PeopleParts
  close(): Promise<void>
}

interface Deps {
  readonly storage: Storage
  readonly config: Pick<Config, 'publicUrl' | 'openIdConnect'>
  /** See `readSessionSecret`. */
  readonly secret: string
}

const SWEEP_MS = 3_600_000
/** How often last uses of keys and closed counts are written. */
const COUNT_MS = 60_000

/** Starts authentication: from now on rights withdrawn in any process end within a second. */
export async function openAccess({ storage, config, secret }: Deps): Promise<Access> {
  const { repositories, clock, zone, log, city } = storage
  const membershipOf = createMembershipOf(clock, zone)
  const forget = () => authenticator.forget()
  const sessions = createSessionService({
    sessions: repositories.sessions,
    clock,
    secret,
    membershipOf,
    onChange: forget,
  })
  const keys = createKeyService({ keys: repositories.keys, clock, membershipOf, onChange: forget })
  const uses = createUseTally({ audit: repositories.audit, keys: repositories.keys, clock, log })
  const secure = config.publicUrl?.startsWith('https:') ?? false
  const cookie = createCookie(SESSION_COOKIE, secure)
  const hasher = createPasswordHasher()
  const people = createPeopleParts({
    storage,
    sessions,
    openIdConnect: config.openIdConnect,
    demoAccounts: await offeredAccounts(storage, hasher),
    hasher,
    secret,
    membershipOf,
    secure,
    sessionCookie: cookie,
    onChange: forget,
  })
  const authenticator = createAuthenticator({ sessions, findKey: keys.find, cookie, clock })
  const settleLost = (alone: boolean) =>
    storage.auditLog.settleLost(alone).catch((error: unknown) => {
      log.warn({ reason: String(error) }, 'unsettled audit intents could not be read')
    })
  const stopWatching = await watchAccess({
    accessChanges: repositories.accessChanges,
    log,
    onChange: forget,
    pollMs: city.url === null ? null : ACCESS_POLL_MS,
  })
  const sweeping = setInterval(() => {
    Promise.all([sessions.sweep(), repositories.invitations.sweep(clock.nowMs())]).catch((error: unknown) =>
      log.warn({ reason: String(error) }, 'ended sessions could not be deleted'),
    )
  }, SWEEP_MS).unref()
  await settleLost(city.url === null)
  const counting = setInterval(() => {
    void uses.tick()
    void settleLost(false)
  }, COUNT_MS).unref()
  return {
    authenticator,
    sessions,
    keys,
    uses,
    cookie,
    people,
    async close() {
      clearInterval(sweeping)
      clearInterval(counting)
      await uses.flush()
      await stopWatching()
    },
  }
}
