import type { AccountRole } from '../platform/access/audience.ts'
import type { Account, PeopleRepository } from '../accounts/index.ts'

/** An account of Exempelstad. Its password is no secret: the page offers it to everybody. */
interface DemoPerson {
  readonly role: AccountRole
  readonly email: string
  readonly name: string
  readonly password: string
}

const person = (role: AccountRole, name: string): DemoPerson => ({
  role,
  email: `${role}@exempelstad.example`,
  name,
  password: `exempelstad-${role}-demo`,
})

/** One a role. */
export const DEMO_ACCOUNTS: readonly DemoPerson[] = [
  person('planner', 'Petra Planerare'),
  person('coordinator', 'Samir Samordnare'),
  person('analyst', 'Anna Analytiker'),
  person('partner', 'Pär Platspartner'),
  person('admin', 'Alva Administratör'),
]

const ORGANISATION = 'Fastighetsägarna vid stationen'

/** The account of a role, written without a password unless it is there. A partner's belongs to an organisation. */
export async function demoAccount(
  people: PeopleRepository,
  role: AccountRole,
  createdAtMs: number,
  organisationId: number | null = null,
): Promise<Account> {
  const { email, name } = DEMO_ACCOUNTS.find((known) => known.role === role)!
  const found = await people.findCredentials(email)
  return (
    found?.account ?? (await people.insert({ email, name, role, organisationId, openId: null, createdAtMs }))
  )
}

interface Deps {
  readonly people: PeopleRepository
  readonly hash: (password: string) => Promise<string>
  readonly nowMs: number
  /** Places that bound the partner. */
  readonly placeIds: readonly number[]
}

/** Writes the demo city's accounts unless they are there. The partner belongs to an organisation bound to a place. */
export async function seedDemoAccounts({ people, hash, nowMs, placeIds }: Deps): Promise<void> {
  const known = (await people.organisations()).find(({ name }) => name === ORGANISATION)
  const organisation = known ?? (await people.insertOrganisation({ name: ORGANISATION, placeIds }))
  for (const { role, password } of DEMO_ACCOUNTS) {
    const account = await demoAccount(people, role, nowMs, role === 'partner' ? organisation.id : null)
    if (!account.hasPassword) await people.setPassword(account.id, await hash(password))
  }
}
