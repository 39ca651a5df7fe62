import type { Account, NewAccount } from '../../server/accounts/people/accounts.ts'
import type { AccountRole } from '../../server/platform/access/audience.ts'

/** A row of `app_user`. */
export interface AccountRow {
  readonly id: number
  readonly email: string
  readonly name: string
  readonly role: AccountRole
  readonly organisation_id: number | null
  readonly password_hash: string | null
  readonly openid_issuer: string | null
  readonly openid_subject: string | null
  readonly disabled: boolean
  readonly created_at: Date
  readonly last_sign_in_at: Date | null
}

/** The account of a row: whether there is a password, never its hash. */
export function fromAccountRow(row: AccountRow): Account {
  const { openid_issuer: issuer, openid_subject: subject } = row
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    organisationId: row.organisation_id,
    openId: issuer === null || subject === null ? null : { issuer, subject },
    disabled: row.disabled,
    hasPassword: row.password_hash !== null,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  }
}

/** The row of a new account. */
export function toAccountRow(account: NewAccount): Omit<AccountRow, 'id'> {
  return {
    email: account.email,
    name: account.name,
    role: account.role,
    organisation_id: account.organisationId,
    password_hash: null,
    openid_issuer: account.openId?.issuer ?? null,
    openid_subject: account.openId?.subject ?? null,
    disabled: false,
    created_at: new Date(account.createdAtMs),
    last_sign_in_at: null,
  }
}
