import { issueLink, type OneTimeLink } from '../services/people/one-time-links.ts'
import type { Storage } from './storage.ts'

/** The account that a new city begins with. Whoever uses its link can invite everybody else. */
const EMAIL = 'admin@localhost'

/**
 * A one-time link for the first administrator, as long as there is no other who can sign in; null once there is. Each
 * call makes a new link, and the one before stops working.
 *
 * @param baseUrl address under which people reach the page, without a slash at its end
 */
export async function firstAdministratorLink(
  { city, repositories, clock }: Pick<Storage, 'city' | 'repositories' | 'clock'>,
  baseUrl: string,
): Promise<OneTimeLink | null> {
  const { people, invitations } = repositories
  if (city.demo || (await people.hasAdministrator())) return null
  const found = await people.findCredentials(EMAIL)
  const account =
    found?.account ??
    (await people.insert({
      email: EMAIL,
      name: 'Administratör',
      role: 'admin',
      organisationId: null,
      openId: null,
      createdAtMs: clock.nowMs(),
    }))
  if (account.disabled || account.role !== 'admin') return null
  return issueLink(account, 'invitation', { invitations, clock, baseUrl })
}
