import type { Principal } from '../../platform/access/principal.ts'
import type { Right } from '../../platform/access/rights.ts'
import type { AccountRole } from '../../platform/access/audience.ts'

/** Lifetime of a key in days: what it is given unless another is asked for, and the most. */
export const KEY_DAYS = { usual: 365, max: 730 } as const

/** What is kept of an API key. Its secret is told once, when it is made, and kept as a hash alone. */
export interface ApiKey {
  readonly id: number
  /** Eight characters that tell keys apart in lists and logs; no part of the secret. */
  readonly prefix: string
  readonly name: string
  readonly role: AccountRole
  /** What it was made for: rights, each of them one of its role. */
  readonly scopes: readonly Right[]
  /** Whose places bound it; needed for partners, null for every other role. */
  readonly organisationId: number | null
  /** Who made it: `account/3` or `operator`. */
  readonly createdBy: string
  readonly createdAt: string
  readonly expiresAt: string
  /** When it last opened a door, to the minute; null = never yet. */
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
}

/** A key about to be stored: `sha256` is that of the whole token, hexadecimal. */
export type NewApiKey = Omit<ApiKey, 'id' | 'lastUsedAt' | 'revokedAt'> & { readonly sha256: string }

/** Who a token makes of its bearer, and until when. */
export interface KnownKey {
  readonly principal: Principal
  readonly expiresAtMs: number
}

/** Looks a token up; null for one that is unknown, expired or revoked. */
export type FindKey = (token: string) => Promise<KnownKey | null>
