import type { IncomingMessage } from 'node:http'
import type { Access } from '../../../server/composition/access.ts'
import type { Repositories } from '../../../db/repositories.ts'
import type { AccountRole } from '../../../server/platform/access/audience.ts'

/** The role whose credentials a request has. */
export type SignedInAs = AccountRole | 'public'

/** Headers with a role's session; an empty `Cookie` for `public`. */
export type Credentials = Readonly<Record<'cookie', string>>
export const NOBODY: Credentials = { cookie: 'nobody=1' }

interface Deps {
  readonly access: Pick<Access, 'sessions' | 'cookie'>
  readonly people: Repositories['people']
  readonly nowMs: () => number
}

/** Test accounts, one per role, created on first use, with real sessions and without passwords. */
export function createTestPeople({ access, people, nowMs }: Deps) {
  const made = new Map<
    AccountRole,
    Promise<{ readonly accountId: number; readonly credentials: Credentials }>
  >()

  async function make(role: AccountRole) {
    const email = `${role}@test.example`
    const found = await people.findCredentials(email)
    const account =
      found?.account ??
      (await people.insert({
        email,
        name: `Test ${role}`,
        role,
        organisationId: null,
        openId: null,
        createdAtMs: nowMs(),
      }))
    // A fuzzing administrator may have disabled it.
    if (account.disabled) await people.update(account.id, { disabled: false })
    const { token } = await access.sessions.open(account)
    return { accountId: account.id, credentials: { cookie: access.cookie.set(token, null).split(';')[0]! } }
  }

  return {
    /** The account and credentials of a role. */
    of(role: AccountRole) {
      if (!made.has(role)) made.set(role, make(role))
      return made.get(role)!
    },
    /** Drops the session of a role, so that the next credentials are of a new one. */
    renew(role: SignedInAs): void {
      if (role !== 'public') made.delete(role)
    },
    async credentials(role: SignedInAs): Promise<Credentials> {
      return role === 'public' ? NOBODY : (await this.of(role)).credentials
    },
  }
}

/** Adds a role's credentials to a request without any. */
export function lend(request: Pick<IncomingMessage, 'headers'>, credentials: Credentials): void {
  const { headers } = request
  if (headers.cookie === undefined && headers.authorization === undefined) headers.cookie = credentials.cookie
}
