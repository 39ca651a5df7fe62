import type { AccountRole } from '../platform/access/audience.ts'
import type { Account, PeopleRepository } from '../accounts/index.ts'
import { type DemoAreas, ORGANISATION_OF, seedOrganisations } from './organisations.ts'

/** An account of Exempelstad. Its password is public: the page shows it. */
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
  person('reporter', 'Rut Rapportör'),
  person('reader', 'Lova Läsare'),
  person('registrar', 'Roy Registrator'),
  person('admin', 'Alva Administratör'),
]

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
  readonly areas: DemoAreas
}

/** Writes the demo city's organisations and accounts unless they are there. */
export async function seedDemoAccounts({ people, hash, nowMs, areas }: Deps): Promise<void> {
  const organisations = await seedOrganisations(people, areas)
  for (const { role, password } of DEMO_ACCOUNTS) {
    const organisationId = organisations.get(ORGANISATION_OF[role]) ?? null
    const account = await demoAccount(people, role, nowMs, organisationId)
    if (account.organisationId !== organisationId) await people.update(account.id, { organisationId })
    if (!account.hasPassword) await people.setPassword(account.id, await hash(password))
  }
}
