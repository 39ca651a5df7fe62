import { parse, serialize } from 'cookie'

/** Name of the session's cookie; over HTTPS with the prefix `__Host-`. */
export const SESSION_COOKIE = 'lagesbild'
/** Reads and writes one cookie. */
export interface CookieJar {
  /** The cookie's value in a `Cookie` header; null when absent. */
  read(header: string | undefined): string | null
  /** The `Set-Cookie` that gives it a value for so many seconds; null = until the browser closes. */
  set(value: string, maxAgeSeconds: number | null): string
  /** The `Set-Cookie` that takes it away. */
  clear(): string
}

/**
 * A cookie that scripts cannot read, other sites cannot send with what changes something, and, over HTTPS, neither a
 * neighbouring host nor plain HTTP can plant (`__Host-`, RFC 6265bis §4.1.3.2).
 *
 * @param name without the prefix
 * @param secure whether people reach the server by HTTPS
 */
export function createCookie(name: string, secure: boolean): CookieJar {
  const fullName = secure ? `__Host-${name}` : name
  const attributes = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
  // A browser requests many tiles in a row with the same header, so the last parse is reused.
  let lastHeader = ''
  let lastValue: string | null = null
  return {
    read(header) {
      if (header === undefined) return null
      if (header !== lastHeader) {
        lastValue = parse(header)[fullName] ?? null
        lastHeader = header
      }
      return lastValue
    },
    set: (value, maxAgeSeconds) =>
      serialize(fullName, value, { ...attributes, maxAge: maxAgeSeconds ?? undefined }),
    clear: () => serialize(fullName, '', { ...attributes, maxAge: 0 }),
  }
}
