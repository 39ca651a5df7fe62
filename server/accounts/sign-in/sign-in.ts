import { createHmac } from 'node:crypto'
import type { AuditLog } from '../../platform/audit/audit.ts'
import { ANONYMOUS, type Principal } from '../../platform/access/principal.ts'
import { audienceOfRole } from '../../platform/access/audience.ts'
import type { Clock } from '../../platform/clock.ts'
import { DomainError } from '../../engine/errors.ts'
import { type Account, type Credentials, foldEmail } from '../people/accounts.ts'
import type { Attempts } from './attempts.ts'
import type { KnownDevices } from './known-device.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { OpenedSession, SessionService } from './sessions.ts'
import type { PeopleRepository } from '../people/repository.ts'

/** Network and known browser of a request. */
export interface Origin {
  readonly network: string
  /** Value of the browser's cookie of known devices. */
  readonly device: string | null
}

/** The result of a sign-in. */
export interface SignedIn {
  readonly account: Account
  readonly session: OpenedSession
  /** For the browser's cookie of known devices. */
  readonly device: string
}

export type SignInMethod = 'password' | 'invitation' | 'reset' | 'openid-connect' | 'password-change'

/** Sign-in by password, and sessions for proven identities. */
export interface SignInService {
  /**
   * @throws DomainError `unauthenticated` for an unknown e-mail as for a wrong password, after the same time; `forbidden`
   * for the right password of a disabled account; `rate-limited`, `busy`
   */
  withPassword(given: { readonly email: string; readonly password: string }, from: Origin): Promise<SignedIn>
  /**
   * Begins a session for somebody whose identity is proven.
   *
   * @param passwordHash see `SessionService.open`
   * @throws DomainError `forbidden` when disabled, `unauthenticated` when the account was changed meanwhile
   */
  admit(account: Account, method: SignInMethod, passwordHash?: string | null): Promise<SignedIn>
}

interface Deps {
  readonly people: PeopleRepository
  readonly sessions: SessionService
  readonly hasher: PasswordHasher
  readonly attempts: Attempts
  readonly devices: KnownDevices
  readonly audit: AuditLog
  readonly clock: Clock
  /** SESSION_SECRET. */
  readonly secret: string
}

/** The service of signing in. */
export function createSignInService(deps: Deps): SignInService {
  const { people, sessions, hasher, attempts, devices, audit, clock, secret } = deps

  async function admit(
    account: Account,
    method: SignInMethod,
    passwordHash: string | null = null,
  ): Promise<SignedIn> {
    refuseDisabled(account)
    const session = await sessions.open(account, passwordHash)
    try {
      await audit.record(principalOf(account, session.id), {
        kind: 'sign-in',
        action: 'createSession',
        subject: `account/${account.id}`,
        detail: { method },
      })
      await people.signedIn(account.id, clock.nowMs())
    } catch (error) {
      await sessions.end(session.id)
      throw error
    }
    return { account, session, device: devices.issue(account.id) }
  }

  /** The log has a keyed hash of the e-mail address, not the address. */
  const failed = (email: string) =>
    audit.record(ANONYMOUS, {
      kind: 'sign-in-failed',
      action: 'createSession',
      subject: null,
      detail: { emailHash: createHmac('sha256', secret).update(`email:${email}`).digest('base64url') },
    })

  /** The account with its verified password hash, rehashed where needed; null for a wrong password. */
  async function proven(found: Credentials | null, password: string) {
    const stored = found?.passwordHash ?? null
    const { matches, outdated } = await hasher.verify(stored, password)
    if (!matches || found === null || stored === null) return null
    if (!outdated) return { account: found.account, passwordHash: stored }
    const passwordHash = await hasher.hash(password)
    await people.rehash(found.account.id, stored, passwordHash)
    return { account: found.account, passwordHash }
  }

  return {
    admit,
    async withPassword({ email: text, password }, { network, device }) {
      const email = foldEmail(text)
      const found = await people.findCredentials(email)
      const known = found === null ? null : devices.read(device, found.account.id)
      const attempt = attempts.begin(email, { network, device: known })
      const proof = await proven(found, password).catch((error: unknown) => {
        attempt.undecided()
        throw error
      })
      if (proof === null) {
        await failed(email)
        throw new DomainError('unauthenticated', 'The e-mail address or the password is wrong.')
      }
      attempt.succeeded()
      return admit(proof.account, 'password', proof.passwordHash)
    },
  }
}

/** @throws DomainError `forbidden`; called only once the identity is proven */
export function refuseDisabled({ disabled }: Account): void {
  if (disabled) throw new DomainError('forbidden', 'This account is disabled; ask an administrator.')
}

/** The principal of a person whose identity has just been proven, for the audit log; without their places. */
export function principalOf(
  { id: accountId, name, role, organisationId }: Account,
  sessionId: number,
): Principal {
  return {
    audience: audienceOfRole(role),
    actor: { kind: 'account', accountId, sessionId, name, organisationId },
  }
}
