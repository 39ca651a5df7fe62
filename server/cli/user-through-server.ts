import { encodeCursor } from '../platform/http/fields/page.ts'
import { pathTo } from '../platform/http/paths.ts'
import { ACCOUNT_PATHS } from '../accounts/index.ts'
import { answerOf } from './remote-answer.ts'
import type { RemoteServer } from './session.ts'
import type { People, Person } from './user-directly.ts'
import type { OneTimeLink, Organisation } from '../accounts/index.ts'

interface Page<T> {
  readonly items: readonly T[]
}

/** Accounts by way of the server that holds the database. */
export function peopleThroughServer(server: RemoteServer): People {
  const ask = (path: string, method = 'GET', body?: unknown) =>
    answerOf(
      server.request(path, {
        method,
        ...(body === undefined
          ? {}
          : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    )
  return {
    async list({ after, limit }) {
      const path = `${ACCOUNT_PATHS.users}?limit=${limit}&cursor=${encodeCursor(after)}`
      return ((await ask(path)) as Page<Person>).items
    },
    async findByEmail(email) {
      const path = `${ACCOUNT_PATHS.users}?email=${encodeURIComponent(email)}`
      return ((await ask(path)) as Page<Person>).items[0] ?? null
    },
    organisations: async () => ((await ask(ACCOUNT_PATHS.organisations)) as Page<Organisation>).items,
    async invite(invitee) {
      const answer = (await ask(ACCOUNT_PATHS.users, 'POST', invitee)) as {
        user: Person
        invitation: OneTimeLink
      }
      return { person: answer.user, link: answer.invitation }
    },
    update: async (id, changes) =>
      (await ask(pathTo(ACCOUNT_PATHS.user, { id }), 'PATCH', changes)) as Person,
    reset: async (id) => (await ask(pathTo(ACCOUNT_PATHS.userReset, { id }), 'POST')) as OneTimeLink,
  }
}
