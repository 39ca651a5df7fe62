import type { AccountRole, PeopleRepository } from '../domain/people.ts'

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
  for (const { role, email, name, password } of DEMO_ACCOUNTS) {
    const found = await people.findCredentials(email)
    const organisationId = role === 'partner' ? organisation.id : null
    const account =
      found?.account ??
      (await people.insert({ email, name, role, organisationId, openId: null, createdAtMs: nowMs }))
    if (!account.hasPassword) await people.setPassword(account.id, await hash(password))
  }
}
