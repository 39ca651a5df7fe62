import type { AccountRole } from '../../platform/access/audience.ts'

export interface Account {
  readonly id: number
  /** Lower case, trimmed. */
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: number | null
  /** Who vouches for it: a password of ours, or an OpenID provider (its issuer and subject). */
  readonly openId: OpenIdentity | null
  readonly disabled: boolean
  /** Whether a password has been chosen; false while the invitation is open. */
  readonly hasPassword: boolean
  readonly createdAt: string
  readonly lastSignInAt: string | null
}

export interface OpenIdentity {
  readonly issuer: string
  readonly subject: string
}

/** A board, the police, a property owner, a trader: who a partner speaks for, and which places bound him. */
export interface Organisation {
  readonly id: number
  readonly name: string
  /** Ids of areas of kind `place`, ascending. */
  readonly placeIds: readonly number[]
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: number | null
  readonly openId: OpenIdentity | null
  readonly createdAtMs: number
}

/** What is absent or undefined stays as it is. */
export type AccountChanges = {
  readonly [K in 'name' | 'role' | 'organisationId' | 'disabled']?: Account[K] | undefined
}

/** An account with what proves it. Never leaves the services of sign-in. */
export interface Credentials {
  readonly account: Account
  readonly passwordHash: string | null
}

export interface StoredSession {
  readonly id: number
  readonly account: Account
  /** Ids of the places of the account's organisation, ascending. */
  readonly placeIds: readonly number[]
  readonly lastUsedAtMs: number
  /** When it ends however much it is used. */
  readonly expiresAtMs: number
}

export type LinkPurpose = 'invitation' | 'reset'

export interface StoredInvitation {
  readonly account: Account
  readonly purpose: LinkPurpose
  readonly expiresAtMs: number
}

/** A one-time link that is to be stored. */
export interface NewInvitation {
  readonly accountId: number
  readonly tokenHash: string
  readonly purpose: LinkPurpose
  readonly createdAtMs: number
  readonly expiresAtMs: number
}

/** An e-mail address as it is stored and compared: trimmed, lower case, in Unicode's composed form. */
export function foldEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase()
}
