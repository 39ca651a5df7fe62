import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Principal } from '../../platform/access/principal.ts'
import { DomainError } from '../../engine/errors.ts'
import { passwordProblem } from '../password-rules.ts'
import type { Account } from '../people/accounts.ts'
import type { Attempts } from './attempts.ts'
import type { KnownDevices } from './known-device.ts'
import type { PasswordHasher } from './password-hasher.ts'
import type { SessionService } from './sessions.ts'
import type { Origin, SignedIn, SignInService } from './sign-in.ts'
import type { PeopleRepository } from '../people/repository.ts'

/** What a signed-in person does with their own account. */
export interface OwnAccountService {
  /** Ends the session, or all of the account's. Does nothing without one. */
  signOut(principal: Principal, options: { readonly everywhere: boolean }): Promise<void>
  /**
   * Changes the password: every session ends, and this browser gets a new one.
   *
   * @throws DomainError `unauthenticated` when the current one is wrong, `invalid-body` when the next one is refused,
   * `conflict` for an account without a password, `forbidden` for a key, `rate-limited`, `busy`
   */
  changePassword(
    principal: Principal,
    given: { readonly current: string; readonly next: string },
    from: Origin,
  ): Promise<SignedIn>
}

interface Deps {
  readonly people: PeopleRepository
  readonly sessions: SessionService
  readonly signIn: SignInService
  readonly hasher: PasswordHasher
  readonly attempts: Attempts
  readonly devices: KnownDevices
  readonly audit: AuditLog
  /** Called as soon as sessions have ended. */
  readonly onChange: () => void
}

/** The service of one's own account. */
export function createOwnAccountService(deps: Deps): OwnAccountService {
  const { people, sessions, signIn, hasher, attempts, devices, audit, onChange } = deps
  return {
    async signOut(principal, { everywhere }) {
      const { actor } = principal
      if (actor.kind !== 'account') return
      if (everywhere) await sessions.endAll(actor.accountId)
      else await sessions.end(actor.sessionId)
      await audit.record(principal, {
        kind: 'sign-out',
        action: 'deleteSession',
        subject: `account/${actor.accountId}`,
        detail: { everywhere },
      })
    },

    async changePassword(principal, { current, next }, { network, device }) {
      const { account, passwordHash } = await ownCredentials(people, principal)
      refusePassword(next, account, 'next')
      const known = devices.read(device, account.id)
      const attempt = attempts.begin(account.email, { network, device: known })
      const { matches } = await hasher.verify(passwordHash, current).catch((error: unknown) => {
        attempt.undecided()
        throw error
      })
      if (!matches) throw wrongPassword()
      attempt.succeeded()
      const nextHash = await hasher.hash(next)
      // The account may have been reset meanwhile; a reset is not overwritten.
      if (!(await people.setPassword(account.id, nextHash, passwordHash))) throw wrongPassword()
      onChange()
      const subject = `account/${account.id}`
      await audit.record(principal, { kind: 'people', action: 'changePassword', subject })
      return signIn.admit(account, 'password-change', nextHash)
    },
  }
}

async function ownCredentials(people: PeopleRepository, { actor }: Principal) {
  if (actor.kind !== 'account')
    throw new DomainError('forbidden', 'Only a person who is signed in has a password.')
  const found = await people.findCredentialsById(actor.accountId)
  if (found === null) throw new DomainError('unauthenticated', 'Sign in first.')
  const { account, passwordHash } = found
  if (passwordHash === null)
    throw new DomainError('conflict', 'This account has no password: another service vouches for it.')
  return { account, passwordHash }
}

function wrongPassword(): DomainError {
  return new DomainError('unauthenticated', 'The current password is wrong.')
}

const MESSAGES = {
  'too-short': 'must have at least 15 characters',
  'too-long': 'must have at most 128 characters',
  common: 'is made of what is tried first: common words, runs and repetitions',
  personal: 'must not hold your name, your e-mail address or the name of the service',
} as const

/** @param field name of the body's field; the problem's rule is the code @throws DomainError `invalid-body` */
export function refusePassword(
  password: string,
  person: Pick<Account, 'email' | 'name'>,
  field: string,
): void {
  const problem = passwordProblem(password, person)
  if (problem === null) return
  throw new DomainError('invalid-body', `The password ${MESSAGES[problem]}.`, {
    problems: [{ field, rule: problem }],
  })
}
