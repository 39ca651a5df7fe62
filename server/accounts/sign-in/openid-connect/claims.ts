import type { AccountRole } from '../../../platform/access/audience.ts'

/** The role that a value of the provider's claim maps to; the first match counts. */
export interface RoleMapping {
  readonly value: string
  readonly role: AccountRole
}

/** A person as described by the provider's claims. */
export interface ClaimedPerson {
  readonly subject: string
  readonly email: string | null
  readonly name: string
  /** Null when no claim maps to a role. */
  readonly role: AccountRole | null
}

type Claims = Readonly<Record<string, unknown>>

/**
 * The person of an ID token's claims.
 *
 * @param roleClaim name of the claim: a text, a text of words, or a list of texts
 */
export function personOf(claims: Claims, roleClaim: string, roles: readonly RoleMapping[]): ClaimedPerson {
  const email = [textOf(claims.email), textOf(claims.preferred_username)].find((text) => text?.includes('@'))
  const given = valuesOf(claims[roleClaim])
  return {
    subject: String(claims.sub),
    email: claims.email_verified === false ? null : (email ?? null),
    name: (textOf(claims.name) ?? email ?? String(claims.sub)).slice(0, 200),
    role: roles.find(({ value }) => given.includes(value))?.role ?? null,
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : null
}

function valuesOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim, ...claim.split(/[\s,]+/)]
  return Array.isArray(claim) ? claim.filter((value) => typeof value === 'string') : []
}
