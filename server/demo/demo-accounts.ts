import { DEMO_ACCOUNTS, seedDemoAccounts } from './accounts.ts'
import type { DemoStorage } from './demo-storage.ts'
import type { DemoAccount, PasswordHasher } from '../accounts/index.ts'

/** The square before the demo city's central station, which its partner answers for. */
const PLACE = 'Ångvisselplan'

/**
 * The accounts that are offered to everybody: one a role in the demo city, written there once; none in any other city.
 */
export async function offeredAccounts(
  { city, repositories, clock }: Pick<DemoStorage, 'city' | 'repositories' | 'clock'>,
  { hash }: PasswordHasher,
): Promise<readonly DemoAccount[]> {
  if (!city.demo) return []
  const { people, features } = repositories
  const found = await Promise.all(DEMO_ACCOUNTS.map(({ email }) => people.findCredentials(email)))
  if (found.some((credentials) => credentials?.account.hasPassword !== true)) {
    const { areas } = await features.readAll()
    const places = areas.filter(({ properties }) => properties.kind === 'place')
    const place = places.find(({ properties }) => properties.name === PLACE) ?? places[0]
    const placeIds = place === undefined ? [] : [place.id]
    await seedDemoAccounts({ people, hash, nowMs: clock.nowMs(), placeIds })
  }
  return DEMO_ACCOUNTS
}
