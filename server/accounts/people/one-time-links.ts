import { ANONYMOUS } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Account, LinkPurpose, NewInvitation, StoredInvitation } from './accounts.ts'
import type { AuditService } from '../../platform/audit/audit-service.ts'
import { auditedChange } from '../../platform/audit/audited-change.ts'
import { isToken, linkHash, newToken } from '../sign-in/one-time-token.ts'
import { refusePassword } from '../sign-in/own-account.ts'
import type { PasswordHasher } from '../sign-in/password-hasher.ts'
import type { SignedIn, SignInService } from '../sign-in/sign-in.ts'
import type { InvitationRepository } from './repository.ts'

const HOUR_MS = 3_600_000
/** How long a link is valid. */
const LIFETIME_MS: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * HOUR_MS,
  reset: 24 * HOUR_MS,
}

/** A link by which one person chooses a password, once. Shown once; the operator prints or mails it. */
export interface OneTimeLink {
  readonly url: string
  readonly expiresAt: string
}

interface DraftDeps {
  readonly clock: Clock
  /** Address under which people reach the page, without a slash at its end. */
  readonly baseUrl: string
}

interface IssueDeps extends DraftDeps {
  readonly invitations: Pick<InvitationRepository, 'put'>
}

/** Makes a link; an earlier one of the account stops working. */
export async function issueLink(
  account: Pick<Account, 'id'>,
  purpose: LinkPurpose,
  { invitations, ...deps }: IssueDeps,
): Promise<OneTimeLink> {
  const { link, stored } = draftLink(account, purpose, deps)
  await invitations.put(stored)
  return link
}

/**
 * A link, and what must be stored for it to work. Its token is in the fragment, which browsers do not send, so that
 * no log has it.
 */
export function draftLink(
  { id: accountId }: Pick<Account, 'id'>,
  purpose: LinkPurpose,
  { clock, baseUrl }: DraftDeps,
): { readonly link: OneTimeLink; readonly stored: NewInvitation } {
  const token = newToken()
  const createdAtMs = clock.nowMs()
  const expiresAtMs = createdAtMs + LIFETIME_MS[purpose]
  return {
    link: { url: `${baseUrl}/#/invitation/${token}`, expiresAt: new Date(expiresAtMs).toISOString() },
    stored: { accountId, tokenHash: linkHash(token), purpose, createdAtMs, expiresAtMs },
  }
}

/** Reads and accepts one-time links. */
export interface LinkService {
  /** @throws DomainError `not-found` for a link that is unknown, used, replaced or expired, without distinction */
  read(token: string): Promise<StoredInvitation>
  /** Sets the password, ends the sessions there were, and signs in. @throws DomainError `not-found`, `invalid-body`, `busy` */
  accept(token: string, password: string): Promise<SignedIn>
}

interface Deps {
  readonly invitations: InvitationRepository
  readonly hasher: PasswordHasher
  readonly signIn: SignInService
  readonly audit: Pick<AuditService, 'begin'>
  readonly clock: Clock
  readonly onChange: () => void
}

/** The service of one-time links. */
export function createLinkService(deps: Deps): LinkService {
  const { invitations, hasher, signIn, audit, clock, onChange } = deps

  async function read(token: string): Promise<StoredInvitation> {
    const found = isToken(token) ? await invitations.find(linkHash(token)) : null
    if (found === null || found.expiresAtMs <= clock.nowMs() || found.account.disabled) throw noLink()
    return found
  }
  return {
    read,
    async accept(token, password) {
      const { account, purpose } = await read(token)
      refusePassword(password, account, 'password')
      const passwordHash = await hasher.hash(password)
      const work = { kind: 'people', action: 'acceptInvitation', subject: `account/${account.id}` } as const
      const take = async () => {
        const accepted = await invitations.accept(linkHash(token), passwordHash, clock.nowMs())
        if (accepted === null) throw noLink()
        onChange()
        return signIn.admit(accepted, purpose, passwordHash)
      }
      // The sign-in event covers it.
      return auditedChange(audit, ANONYMOUS, work, take, () => null)
    },
  }
}

function noLink(): DomainError {
  return new DomainError('not-found', 'This link was used, replaced by a newer one, or is too old.')
}
