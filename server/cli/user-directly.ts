import { OPERATING } from '../platform/access/caller.ts'
import { beginAsOperator } from './record-as-operator.ts'
import type { DirectSession } from './session.ts'
import {
  type Account,
  type AccountChanges,
  createPeopleService,
  type Invitee,
  type OneTimeLink,
  type Organisation,
} from '../accounts/index.ts'

/** What the command tells of an account. */
export type Person = Pick<
  Account,
  'id' | 'email' | 'name' | 'role' | 'organisationId' | 'disabled' | 'hasPassword' | 'lastSignInAt'
>

/** What the command does with accounts, wherever the database is. */
export interface People {
  list(page: { readonly after: number; readonly limit: number }): Promise<readonly Person[]>
  findByEmail(email: string): Promise<Person | null>
  organisations(): Promise<readonly Organisation[]>
  invite(invitee: Invitee): Promise<{ readonly person: Person; readonly link: OneTimeLink }>
  update(id: number, changes: AccountChanges): Promise<Person>
  reset(id: number): Promise<OneTimeLink>
}

/**
 * Accounts on the database itself. Servers that run on it see each change within a second.
 *
 * @param baseUrl address under which people reach the page, without a slash at its end
 */
export function peopleDirectly(session: DirectSession, baseUrl: string): People {
  const { storage } = session
  const { repositories, clock, trail: audit } = storage
  const people = createPeopleService({ ...repositories, audit, clock, onChange: () => {} })
  const begin = <T>(action: string, id: number | null, change: () => Promise<T>) =>
    beginAsOperator(
      session,
      { kind: 'people', action, subject: id === null ? null : `account/${id}` },
      change,
    )
  return {
    list: (page) => people.list(OPERATING, page),
    findByEmail: (email) => people.findByEmail(email, OPERATING),
    organisations: () => repositories.people.organisations(),
    async invite(invitee) {
      const { account, link } = await begin('inviteUser', null, () =>
        people.invite(invitee, OPERATING, baseUrl),
      )
      return { person: account, link }
    },
    update: (id, changes) => begin('updateUser', id, () => people.update(id, changes, OPERATING)),
    reset: (id) => begin('resetUser', id, () => people.reset(id, OPERATING, baseUrl)),
  }
}
