import {
  isToken,
  linkHash,
  newToken,
  type PeopleRepository,
  type PrincipalOfAccount,
} from '../../accounts/index.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { CalendarFeedRepository } from '../repository.ts'

/** The secret addresses under which accounts read their meetings: one an account. */
export interface CalendarFeeds {
  /** When the account's address was made; null where there is none. */
  madeAt(principal: Principal): Promise<string | null>
  /** A new address in place of the last one. @returns its token, which is told this once */
  make(principal: Principal): Promise<string>
  revoke(principal: Principal): Promise<void>
  /**
   * Whoever a token stands for, with the rights of now.
   *
   * @throws DomainError `not-found` for a token that is none, was revoked, or whose account may read no meetings
   */
  open(token: string): Promise<Principal>
}

interface Deps {
  readonly calendarFeeds: CalendarFeedRepository
  readonly people: Pick<PeopleRepository, 'find'>
  readonly principalOf: PrincipalOfAccount
  readonly clock: Clock
}

/** The service of calendars. */
export function createCalendarFeeds({ calendarFeeds, people, principalOf, clock }: Deps): CalendarFeeds {
  return {
    madeAt: (principal) => calendarFeeds.madeAt(accountOf(principal)),
    async make(principal) {
      const token = newToken()
      const madeAt = new Date(clock.nowMs()).toISOString()
      await calendarFeeds.put(accountOf(principal), linkHash(token), madeAt)
      return token
    },
    revoke: (principal) => calendarFeeds.revoke(accountOf(principal)),
    async open(token) {
      const id = isToken(token) ? await calendarFeeds.findAccount(linkHash(token)) : null
      const account = id === null ? null : await people.find(id)
      const principal = account === null ? null : await principalOf(account, 'meetings.read')
      if (principal === null)
        throw new DomainError('not-found', 'There is no such calendar: it was revoked, or not copied whole.')
      return principal
    },
  }
}

/** @throws DomainError `forbidden` for keys and the machine, which have no calendar */
function accountOf({ actor }: Principal): number {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'A calendar is of an account.')
  return actor.accountId
}
