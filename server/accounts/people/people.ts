import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import { type Account, type AccountChanges, foldEmail, type NewAccount } from './accounts.ts'
import { issueLink, type OneTimeLink } from './one-time-links.ts'
import type { InvitationRepository, PeopleRepository } from './repository.ts'

export type Invitee = Pick<NewAccount, 'email' | 'name' | 'role' | 'organisationId'>

/** Accounts, for administrators and the operator. */
export interface PeopleService {
  list(page: { readonly after: number; readonly limit: number }): Promise<readonly Account[]>
  find(id: number): Promise<Account>
  /** By e-mail, folded by `foldEmail`. Null when there is none. */
  findByEmail(email: string): Promise<Account | null>
  /** @throws DomainError `conflict` when the e-mail is taken or the organisation unknown */
  invite(
    invitee: Invitee,
    principal: Principal,
    baseUrl: string,
  ): Promise<{ readonly account: Account; readonly link: OneTimeLink }>
  /** @throws DomainError `not-found`, `conflict` when no administrator who can sign in would be left */
  update(id: number, changes: AccountChanges, principal: Principal): Promise<Account>
  /**
   * A link to choose another password; an invitation while there is none. @throws DomainError `conflict` for a
   * disabled account, or one that signs in by OpenID Connect
   */
  reset(id: number, principal: Principal, baseUrl: string): Promise<OneTimeLink>
}

interface Deps {
  readonly people: PeopleRepository
  readonly invitations: InvitationRepository
  readonly audit: AuditLog
  readonly clock: Clock
  /** Called as soon as somebody's rights have changed. */
  readonly onChange: () => void
}

/** The service of accounts. */
export function createPeopleService({ people, invitations, audit, clock, onChange }: Deps): PeopleService {
  const note = (principal: Principal, action: string, id: number, detail = {}) =>
    audit.record(principal, { kind: 'people', action, subject: `account/${id}`, detail })

  async function find(id: number): Promise<Account> {
    const account = await people.find(id)
    if (account === null) throw notFound('user', id)
    return account
  }

  return {
    find,
    list: ({ after, limit }) => people.list(after, limit),
    async findByEmail(email) {
      return (await people.findCredentials(foldEmail(email)))?.account ?? null
    },
    async invite(invitee, principal, baseUrl) {
      const account = await people.insert({
        ...invitee,
        email: foldEmail(invitee.email),
        name: invitee.name.trim(),
        openId: null,
        createdAtMs: clock.nowMs(),
      })
      const link = await issueLink(account, 'invitation', { invitations, clock, baseUrl })
      await note(principal, 'inviteUser', account.id, {
        role: account.role,
        organisation: account.organisationId,
      })
      return { account, link }
    },
    async update(id, changes, principal) {
      const account = await people.update(id, changes)
      onChange()
      const { name: _, ...harmless } = changes
      await note(principal, 'updateUser', id, harmless)
      return account
    },
    async reset(id, principal, baseUrl) {
      const account = await find(id)
      if (account.disabled) throw new DomainError('conflict', 'This account is disabled; enable it first.')
      if (account.openId !== null)
        throw new DomainError('conflict', 'This account has no password: another service vouches for it.')
      const purpose = account.hasPassword ? 'reset' : 'invitation'
      const link = await issueLink(account, purpose, { invitations, clock, baseUrl })
      await note(principal, 'resetUser', id, { purpose })
      return link
    },
  }
}
