import type { Role } from './audience.ts'

/** Roles that an account or key may have: everybody but the public. */
export type AccountRole = Exclude<Role, 'public'>

export interface Account {
  readonly id: number
  /** Lower case, trimmed. */
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: number | null
  /** Who vouches for it: a password of ours, or an OpenID provider (its issuer and subject). */
  readonly openId: { readonly issuer: string; readonly subject: string } | null
  readonly disabled: boolean
  /** Whether a password has been chosen; false while the invitation is open. */
  readonly hasPassword: boolean
  readonly createdAt: string
  readonly lastSignInAt: string | null
}

/** A board, the police, a property owner, a trader: who a partner speaks for, and which places bound him. */
export interface Organisation {
  readonly id: number
  readonly name: string
  /** Ids of areas of kind `place`. */
  readonly placeIds: readonly number[]
}
