import { BlockList, isIP } from 'node:net'

/**
 * Which proxies may say on whose behalf they ask, as Express takes it. Unsaid, none may: a header that anybody can write
 * must not decide by which address a caller is counted.
 *
 * @param text `none`, or a comma-separated list of `loopback`, `linklocal`, `uniquelocal`, addresses and networks
 * @returns undefined when the text names none of these
 */
export function parseTrustedProxies(text: string): readonly string[] | undefined {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 1 && parts[0] === 'none') return []
  return parts.every(isProxy) ? parts : undefined
}

/** What the words for networks mean; as Express has them. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
}

/**
 * Whether an address speaks for many: one of the proxies that are believed, or this machine, on which there may be one
 * that nobody named.
 */
export function createProxyCheck(proxies: readonly string[]): (address: string) => boolean {
  const known = new BlockList()
  for (const network of ['loopback', ...proxies].flatMap((proxy) => NAMED[proxy] ?? [proxy])) {
    const [address = '', bits] = network.split('/')
    const family = familyOf(address)
    known.addSubnet(address, bits === undefined ? (family === 'ipv4' ? 32 : 128) : Number(bits), family)
  }
  return (address) => known.check(address, familyOf(address))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}

function isProxy(part: string): boolean {
  if (Object.hasOwn(NAMED, part)) return true
  const [address = '', bits, ...more] = part.split('/')
  const version = isIP(address)
  if (version === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
