import type { Principal } from '../../platform/access/principal.ts'
import type { Right } from '../../platform/access/rights.ts'
import type { AccountRole } from '../../platform/access/audience.ts'

/** Lifetime of a key in days: default and maximum. */
export const KEY_DAYS = { usual: 365, max: 730 } as const

/** A stored API key. Its secret is shown once, when it is made, and stored as a hash only. */
export interface ApiKey {
  readonly id: number
  /** Eight characters that identify the key in lists and logs; not part of the secret. */
  readonly prefix: string
  readonly name: string
  readonly role: AccountRole
  /** The key's scopes: rights of its role. */
  readonly scopes: readonly Right[]
  /** Whose sources it reads and whose areas bound it; needed for partners. */
  readonly organisationId: number | null
  /** Who made it: `account/3` or `operator`. */
  readonly createdBy: string
  readonly createdAt: string
  readonly expiresAt: string
  /** When it was last used, to the minute; null = never. */
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

/** A key about to be stored: `sha256` is that of the whole token, hexadecimal. */
export type NewApiKey = Omit<ApiKey, 'id' | 'lastUsedAt' | 'revokedAt'> & { readonly sha256: string }

/** The principal of a token, and until when. */
export interface KnownKey {
  readonly principal: Principal
  readonly expiresAtMs: number
}

/** Looks a token up; null for one that is unknown, expired or revoked. */
export type FindKey = (token: string) => Promise<KnownKey | null>
