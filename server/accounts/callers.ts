import { ANONYMOUS, type Caller } from '../platform/access/caller.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError } from '../engine/errors.ts'
import type { FindKey } from './keys/keys.ts'
import type { SessionService } from './sign-in/sessions.ts'
import { createCallerCache } from './caller-cache.ts'
import { keyInHeader } from './keys/key-in-header.ts'
import type { CallerSource } from '../platform/http/caller-source.ts'
import type { CookieJar } from '../platform/http/session-cookie.ts'

interface Deps {
  readonly sessions: Pick<SessionService, 'find'>
  readonly findKey: FindKey
  readonly cookie: CookieJar
  readonly clock: Clock
}

/** Who is behind a request; and the way to make sure that nobody is remembered with rights he no longer has. */
export interface Callers extends CallerSource {
  forget(): void
}

/** Sessions and keys that are remembered, each. */
const MAX_REMEMBERED = 20_000

/**
 * Tells callers apart: by a key (`Authorization: Bearer …`, or Basic with it as the password), else by the session's cookie.
 * Whoever comes with neither, or with a session that has ended, is anonymous.
 */
export function createCallers({ sessions, findKey, cookie, clock }: Deps): Callers {
  // By session and key and not by the header: whoever holds one can write any number of headers around it.
  const byToken = createCallerCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    find: sessions.find,
  })
  const byKey = createCallerCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    async find(key) {
      const found = await findKey(key)
      return found === null ? null : { caller: found.caller, endsAtMs: found.expiresAtMs }
    },
  })

  return {
    known(request) {
      const { authorization, cookie: header } = request.headers
      if (authorization !== undefined) {
        const key = keyInHeader(authorization)
        return key === null ? null : byKey.known(key)
      }
      const token = cookie.read(header)
      return token === null ? ANONYMOUS : byToken.known(token)
    },
    async resolve(request) {
      const { authorization, cookie: header } = request.headers
      if (authorization !== undefined) return keyed(await byKey.resolve(neededKey(authorization)))
      const token = cookie.read(header)
      return token === null ? ANONYMOUS : ((await byToken.resolve(token)) ?? ANONYMOUS)
    },
    forget() {
      byToken.forget()
      byKey.forget()
    },
  }
}

function keyed(caller: Caller | null): Caller {
  if (caller === null)
    throw new DomainError('unauthenticated', 'This key is unknown, has expired or was revoked.')
  return caller
}

function neededKey(authorization: string): string {
  const key = keyInHeader(authorization)
  if (key === null) {
    const rule = 'must be Bearer and a key, or Basic with a key as the password'
    throw new DomainError('unauthenticated', `Authorization: ${rule}.`)
  }
  return key
}
