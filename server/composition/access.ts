import type { FindKey } from '../domain/keys.ts'
import { type Callers, createCallers } from '../http/callers.ts'
import { createCookie, type CookieJar } from '../http/session-cookie.ts'
import { createSessionService, type SessionService } from '../services/sign-in/sessions.ts'
import { ACCESS_POLL_MS, watchAccess } from '../services/sign-in/watch-access.ts'
import type { Storage } from './storage.ts'

/** Who is who: sessions, keys and the operator, and what remembers them. */
export interface Access {
  readonly callers: Callers
  readonly sessions: SessionService
  readonly cookie: CookieJar
  close(): Promise<void>
}

interface Deps {
  readonly storage: Storage
  readonly publicUrl: string | null
  /** See `readSessionSecret`. */
  readonly secret: string
  /** Token of DATA_DIR/server.json; null = nobody commands the server from this machine. */
  readonly operatorToken: string | null
  readonly findKey: FindKey
}

const SWEEP_MS = 3_600_000

/** Opens the door: from here on rights that are taken away, in whichever process, are gone within a second. */
export async function openAccess({
  storage,
  publicUrl,
  secret,
  operatorToken,
  findKey,
}: Deps): Promise<Access> {
  const { repositories, clock, log, city } = storage
  const forget = () => callers.forget()
  const sessions = createSessionService({
    sessions: repositories.sessions,
    clock,
    secret,
    onChange: forget,
  })
  const cookie = createCookie('lagesbild', publicUrl?.startsWith('https:') ?? false)
  const callers = createCallers({ sessions, findKey, operatorToken, cookie, clock })
  const stopWatching = await watchAccess({
    accessChanges: repositories.accessChanges,
    log,
    onChange: forget,
    pollMs: city.url === null ? null : ACCESS_POLL_MS,
  })
  const sweeping = setInterval(() => {
    Promise.all([sessions.sweep(), repositories.invitations.sweep(clock.nowMs())]).catch((error: unknown) =>
      log.warn({ reason: String(error) }, 'ended sessions could not be swept away'),
    )
  }, SWEEP_MS).unref()
  return {
    callers,
    sessions,
    cookie,
    async close() {
      clearInterval(sweeping)
      await stopWatching()
    },
  }
}
