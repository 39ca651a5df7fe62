import { DomainError } from '../engine/errors.ts'
import type { Storage } from './storage.ts'
import { type Account, draftLink, type OneTimeLink, type PeopleRepository } from '../accounts/index.ts'

/** The first account of a new city, which can invite all others. */
const EMAIL = 'admin@localhost'

/**
 * A one-time link for the first administrator while no administrator can sign in; else null. A valid earlier link of
 * any process is kept, because somebody may be about to use it.
 *
 * @param baseUrl address under which people reach the page, without a slash at its end
 * @returns `issued-before` when an earlier link is still valid
 */
export async function firstAdministratorLink(
  { city, repositories, clock }: Pick<Storage, 'city' | 'repositories' | 'clock'>,
  baseUrl: string,
): Promise<OneTimeLink | 'issued-before' | null> {
  const { people, invitations } = repositories
  if (city.demo || (await people.hasAdministrator())) return null
  const account = await firstAccount(people, clock.nowMs())
  if (account.disabled || account.role !== 'admin') return null
  const { link, stored } = draftLink(account, 'invitation', { clock, baseUrl })
  return (await invitations.put(stored, { unlessOpen: true })) ? link : 'issued-before'
}

/** The account, created unless it exists, also concurrently. */
async function firstAccount(people: PeopleRepository, createdAtMs: number): Promise<Account> {
  const found = await people.findCredentials(EMAIL)
  if (found !== null) return found.account
  const administrator = { name: 'Administratör', role: 'admin', organisationId: null, openId: null } as const
  try {
    return await people.insert({ ...administrator, email: EMAIL, createdAtMs })
  } catch (error) {
    const made = error instanceof DomainError ? await people.findCredentials(EMAIL) : null
    if (made === null) throw error
    return made.account
  }
}

/** The message about the link at start. */
export function firstLinkMessage(link: OneTimeLink | 'issued-before'): string {
  const nobody = 'Nobody can sign in as an administrator yet.'
  return link === 'issued-before'
    ? `${nobody} The link that makes you one was printed by an earlier start or another server, and is still good. Should it be lost: lagesbild user reset ${EMAIL}`
    : `${nobody} This link makes you one, once:\n\n  ${link.url}\n`
}
