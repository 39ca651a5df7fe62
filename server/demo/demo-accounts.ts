import { DEMO_ACCOUNTS, seedDemoAccounts } from './accounts.ts'
import type { DemoStorage } from './demo-storage.ts'
import type { DemoAreas } from './organisations.ts'
import type { DemoAccount, PasswordHasher } from '../accounts/index.ts'

/** The square at the demo city's central station, the place of its partner. */
const PLACE = 'Ångvisselplan'
/** The district round it. */
const DISTRICT = 'Ångvisselstaden'

/** The accounts shown on the sign-in page: one per role in the demo city, created once; none in any other city. */
export async function offeredAccounts(
  { city, repositories, clock }: Pick<DemoStorage, 'city' | 'repositories' | 'clock'>,
  { hash }: PasswordHasher,
): Promise<readonly DemoAccount[]> {
  if (!city.demo) return []
  const { people, features } = repositories
  const found = await Promise.all(DEMO_ACCOUNTS.map(({ email }) => people.findCredentials(email)))
  if (found.some((credentials) => credentials?.account.hasPassword !== true))
    await seedDemoAccounts({ people, hash, nowMs: clock.nowMs(), areas: await answeredAreas(features) })
  return DEMO_ACCOUNTS
}

/** The areas that the demo city's organisations answer for. */
export async function answeredAreas(features: DemoStorage['repositories']['features']): Promise<DemoAreas> {
  const areas = await features.readAreas()
  const idOf = (kind: string, name: string) => {
    const all = areas.filter(({ properties }) => properties.kind === kind)
    return (all.find(({ properties }) => properties.name === name) ?? all[0])?.id ?? null
  }
  return { placeId: idOf('place', PLACE), districtId: idOf('district', DISTRICT) }
}
