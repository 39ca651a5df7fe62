import { DEMO_ACCOUNTS } from './accounts.ts'
import type { PeopleRepository } from '../accounts/index.ts'
import { type AccountRole, audienceOfRole } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'

/** The demo's account of a role, as if it had signed in; null where there is none. */
export async function demoPrincipal(
  role: Exclude<AccountRole, 'partner'>,
  people: Pick<PeopleRepository, 'findCredentials'>,
): Promise<Principal | null> {
  const { email } = DEMO_ACCOUNTS.find((person) => person.role === role)!
  const found = await people.findCredentials(email)
  if (found === null) return null
  const { id: accountId, name, organisationId } = found.account
  const actor = { kind: 'account', accountId, sessionId: 0, name, organisationId } as const
  return { audience: audienceOfRole(role), actor }
}

/** The demo's partner with its organisation and places, as if it had signed in; null where there is none. */
export async function demoPartner(
  people: Pick<PeopleRepository, 'findCredentials' | 'organisations'>,
): Promise<Principal | null> {
  const { email } = DEMO_ACCOUNTS.find(({ role }) => role === 'partner')!
  const account = (await people.findCredentials(email))?.account
  const organisations = await people.organisations()
  const organisation = organisations.find(({ id }) => id === account?.organisationId)
  if (account === undefined || organisation === undefined) return null
  const { id: accountId, name } = account
  const actor = { kind: 'account', accountId, sessionId: 0, name, organisationId: organisation.id } as const
  return { audience: audienceOfRole('partner', organisation.placeIds), actor }
}
