import { ANONYMOUS, type Caller } from '../platform/access/caller.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError } from '../engine/errors.ts'
import type { FindKey } from './keys/keys.ts'
import type { SessionService } from './sign-in/sessions.ts'
import { createCallerCache } from './caller-cache.ts'
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
const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i

/**
 * Tells callers apart: by a key (`Authorization: Bearer …`), else by the session's cookie.
 * Whoever comes with neither, or with a session that has ended, is anonymous.
 */
export function createCallers({ sessions, findKey, cookie, clock }: Deps): Callers {
  // By the session's token and not by the header: whoever holds one session can write any number of headers around it.
  const byToken = createCallerCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    find: sessions.find,
  })
  const byKey = createCallerCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    async find(header) {
      const found = await findKey(bearerOf(header))
      return found === null ? null : { caller: found.caller, endsAtMs: found.expiresAtMs }
    },
  })

  return {
    known(request) {
      const { authorization, cookie: header } = request.headers
      if (authorization !== undefined) return byKey.known(authorization)
      const token = cookie.read(header)
      return token === null ? ANONYMOUS : byToken.known(token)
    },
    async resolve(request) {
      const { authorization, cookie: header } = request.headers
      if (authorization !== undefined) return keyed(await byKey.resolve(authorization))
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

function bearerOf(authorization: string): string {
  const token = BEARER.exec(authorization)?.[1]
  if (token === undefined)
    throw new DomainError('unauthenticated', 'Authorization: must be Bearer and a key.')
  return token
}
