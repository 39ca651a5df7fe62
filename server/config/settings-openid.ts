import { type AccountRole, ROLES } from '../platform/access/audience.ts'

const LOOPBACK = /^(?:localhost|\[::1\]|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/
const ACCOUNT_ROLES: readonly string[] = ROLES.filter((role) => role !== 'public')

/** An issuer's address: HTTPS, or HTTP on this machine only; undefined for any other text. */
export function parseIssuer(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)) ? text : undefined
}

/** The mappings of `value=role, value=role`, in their order; undefined for any other text. */
export function parseRoleMappings(
  text: string,
): readonly { readonly value: string; readonly role: AccountRole }[] | undefined {
  const mappings = text.split(',').map((part) => {
    const at = part.lastIndexOf('=')
    return { value: part.slice(0, Math.max(0, at)).trim(), role: part.slice(at + 1).trim() as AccountRole }
  })
  return mappings.every(({ value, role }) => value !== '' && ACCOUNT_ROLES.includes(role))
    ? mappings
    : undefined
}
