import type { AccountRole, OrganisationKind } from '../../platform/access/audience.ts'

export interface Account {
  readonly id: number
  /** Lower case, trimmed. */
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: number | null
  /** The identity at an OpenID provider (issuer and subject), if the account signs in by one. */
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

/** An area that an organisation answers for, from the first day through the last; null = without a limit. */
export interface AnsweredArea {
  readonly areaId: number
  readonly from: string | null
  readonly to: string | null
}

/** A board, a company of the city, the police, a property owner, a trader: whom an account speaks for. */
export interface Organisation {
  readonly id: number
  readonly name: string
  readonly kind: OrganisationKind
  /** The places and districts that it answers for, by id; of a board without any, the whole city. */
  readonly areas: readonly AnsweredArea[]
  /** Ids of those of kind `place`, ascending. */
  readonly placeIds: readonly number[]
}

/** An organisation that is to be stored. `placeIds` are areas without a limit in time, beside `areas`. */
export interface OrganisationDraft {
  readonly name: string
  /** `party` unless given. */
  readonly kind?: OrganisationKind
  readonly areas?: readonly AnsweredArea[]
  readonly placeIds?: readonly number[]
}

/** Every area of a draft once, by id. */
export function draftedAreas({ areas = [], placeIds = [] }: OrganisationDraft): readonly AnsweredArea[] {
  const unlimited = placeIds.map((areaId) => ({ areaId, from: null, to: null }))
  const byId = new Map([...unlimited, ...areas].map((area) => [area.areaId, area]))
  return [...byId.values()].toSorted((a, b) => a.areaId - b.areaId)
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisationId: number | null
  readonly openId: OpenIdentity | null
  readonly createdAtMs: number
}

/** Absent or undefined fields stay unchanged. */
export type AccountChanges = {
  readonly [K in 'name' | 'role' | 'organisationId' | 'disabled']?: Account[K] | undefined
}

/** An account with its secrets. Never leaves the sign-in services. */
export interface Credentials {
  readonly account: Account
  readonly passwordHash: string | null
}

/** An organisation as far as it bounds an account or key. */
export type StoredMembership = Pick<Organisation, 'id' | 'kind' | 'areas'>

export interface StoredSession {
  readonly id: number
  readonly account: Account
  /** The organisation of the account, null for none. */
  readonly organisation: StoredMembership | null
  readonly lastUsedAtMs: number
  /** When it ends regardless of use. */
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
