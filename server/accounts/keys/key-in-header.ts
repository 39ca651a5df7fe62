const BEARER = /^Bearer ([\x21-\x7e]{1,200})$/i
const BASIC = /^Basic ([A-Za-z0-9+/]{1,600}={0,2})$/i
const PASSWORD = /^[^:]*:([\x21-\x7e]{1,200})$/

/**
 * The API key in an `Authorization` header: the token of Bearer (RFC 6750), or the password of Basic (RFC 7617) with
 * any user name, for programs that support only that. Null = neither.
 */
export function keyInHeader(authorization: string): string | null {
  const bearer = BEARER.exec(authorization)?.[1]
  if (bearer !== undefined) return bearer
  const basic = BASIC.exec(authorization)?.[1]
  if (basic === undefined) return null
  return PASSWORD.exec(Buffer.from(basic, 'base64').toString('latin1'))?.[1] ?? null
}
