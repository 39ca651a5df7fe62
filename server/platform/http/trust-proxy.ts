import { isIP } from 'node:net'

/**
 * The proxies whose `X-Forwarded-For` is trusted, for Express. By default none: a header that anybody can write must
 * not decide the address by which a caller is counted.
 *
 * @param text `none`, or a comma-separated list of `loopback`, `linklocal`, `uniquelocal`, addresses and networks
 * @returns undefined when the text names none of these
 */
export function parseTrustedProxies(text: string): readonly string[] | undefined {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 1 && parts[0] === 'none') return []
  return parts.every(isProxy) ? parts : undefined
}

const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal'])

function isProxy(part: string): boolean {
  if (NAMED.has(part)) return true
  const [address = '', bits, ...more] = part.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
