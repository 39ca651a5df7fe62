import { ANONYMOUS, type Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import { DomainError } from '../engine/errors.ts'
import type { FindKey } from './keys/keys.ts'
import type { SessionService } from './sign-in/sessions.ts'
import { createPrincipalCache } from './principal-cache.ts'
import { keyInHeader } from './keys/key-in-header.ts'
import type { Authenticator } from '../platform/http/authenticator.ts'
import type { CookieJar } from '../platform/http/session-cookie.ts'

interface Deps {
  readonly sessions: Pick<SessionService, 'find'>
  readonly findKey: FindKey
  readonly cookie: CookieJar
  readonly clock: Clock
}

/** Finds the principal of a request; `forget` drops all cached principals when rights have changed. */
export interface RevocableAuthenticator extends Authenticator {
  forget(): void
}

/** Sessions and keys that are cached, each. */
const MAX_REMEMBERED = 20_000

/**
 * Authenticates callers by an API key (`Authorization: Bearer …`, or Basic with it as the password), else by the
 * session's cookie. A caller with neither, or with an ended session, is anonymous.
 */
export function createAuthenticator({ sessions, findKey, cookie, clock }: Deps): RevocableAuthenticator {
  // Cached by session and key, not by header: one session fits any number of headers.
  const byToken = createPrincipalCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    find: sessions.find,
  })
  const byKey = createPrincipalCache({
    clock,
    maxEntries: MAX_REMEMBERED,
    async find(key) {
      const found = await findKey(key)
      return found === null ? null : { principal: found.principal, endsAtMs: found.expiresAtMs }
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

function keyed(principal: Principal | null): Principal {
  if (principal === null)
    throw new DomainError('unauthenticated', 'This key is unknown, has expired or was revoked.')
  return principal
}

function neededKey(authorization: string): string {
  const key = keyInHeader(authorization)
  if (key === null) {
    const rule = 'must be Bearer and a key, or Basic with a key as the password'
    throw new DomainError('unauthenticated', `Authorization: ${rule}.`)
  }
  return key
}
