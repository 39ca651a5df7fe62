import type { Caller } from '../domain/access/caller.ts'
import type { Account, AccountChanges, Organisation } from '../domain/access/people.ts'
import type { OneTimeLink } from '../services/people/one-time-links.ts'
import { createPeopleService, type Invitee } from '../services/people/people.ts'
import type { DirectSession } from './session.ts'

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
export function peopleDirectly({ storage }: DirectSession, caller: Caller, baseUrl: string): People {
  const { repositories, clock, trail: audit } = storage
  const people = createPeopleService({ ...repositories, audit, clock, onChange: () => {} })
  return {
    list: (page) => people.list(caller, page),
    findByEmail: (email) => people.findByEmail(email, caller),
    organisations: () => repositories.people.organisations(),
    async invite(invitee) {
      const { account, link } = await people.invite(invitee, caller, baseUrl)
      return { person: account, link }
    },
    update: (id, changes) => people.update(id, changes, caller),
    reset: (id) => people.reset(id, caller, baseUrl),
  }
}
