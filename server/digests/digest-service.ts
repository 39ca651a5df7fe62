import { isToken, newToken, type PeopleRepository, type PrincipalOfAccount } from '../accounts/index.ts'
import { DomainError } from '../engine/errors.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import type { Language } from '../platform/language.ts'
import type { Log } from '../platform/log.ts'
import { flushMails } from '../platform/mail/flush-mails.ts'
import { MailFailed, type Mailer } from '../platform/mail/mailer.ts'
import { digestLetter } from './digest-letter.ts'
import { type GatherDeps, gatherDigest } from './gather-digest.ts'
import type { DigestMail, DigestRepository } from './repository.ts'
import { weekOf } from './week.ts'

/** The weekly letter: chosen by each account, sent on Monday morning by the city's clock. */
export interface DigestService {
  /** Whether a mail server is set up. */
  readonly mailIsSet: boolean
  /** The language of the account's letter; null where it gets none. */
  language(principal: Principal): Promise<Language | null>
  choose(principal: Principal, language: Language): Promise<void>
  stop(principal: Principal): Promise<void>
  /** @throws DomainError `not-found` for a token that is none, or whose letter is off already */
  stopByToken(token: string): Promise<void>
  /** Sends what is due, one after the other. */
  flush(): Promise<void>
}

interface Deps extends GatherDeps {
  readonly digests: DigestRepository
  readonly people: Pick<PeopleRepository, 'find'>
  readonly principalOf: PrincipalOfAccount
  /** Null where no mail server is set up. */
  readonly mailer: Mailer | null
  readonly baseUrl: string
  readonly zone: Zone
  readonly clock: Clock
  readonly log: Log
}

const WEEK_MS = 7 * 86_400_000

/** The service of the weekly letter. */
export function createDigestService(deps: Deps): DigestService {
  const { digests, mailer, clock, zone } = deps
  let queuedWeek = ''

  async function flush(): Promise<void> {
    const nowMs = clock.nowMs()
    const { weekOn, dueMs } = weekOf(nowMs, zone)
    if (nowMs < dueMs) return
    if (queuedWeek !== weekOn) await digests.queue(weekOn, new Date(dueMs).toISOString())
    queuedWeek = weekOn
    await flushMails<DigestMail>(
      {
        take: (at) => digests.take(weekOn, at),
        send: (mail) => sendOne(deps, mail, new Date(dueMs - WEEK_MS).toISOString()),
        settle: digests.settle,
      },
      deps,
    )
  }

  return {
    mailIsSet: mailer !== null,
    language: async (principal) => (await digests.choice(accountOf(principal)))?.language ?? null,
    async choose(principal, language) {
      const choice = { accountId: accountOf(principal), language, offToken: newToken() }
      await digests.choose(choice, new Date(clock.nowMs()).toISOString())
    },
    stop: (principal) => digests.off(accountOf(principal)),
    async stopByToken(token) {
      if (!isToken(token) || !(await digests.offByToken(token)))
        throw new DomainError('not-found', 'There is no such letter, or it is turned off already.')
    },
    flush: async () => (mailer === null ? undefined : flush()),
  }
}

/** @throws MailFailed for good where the account has changed its mind, is gone, or may read nothing of it any more */
async function sendOne(
  deps: Deps,
  { accountId, weekOn }: Pick<DigestMail, 'accountId' | 'weekOn'>,
  since: string,
): Promise<void> {
  const { digests, people, principalOf, mailer, baseUrl } = deps
  const choice = await digests.choice(accountId)
  const account = choice === null ? null : await people.find(accountId)
  const principal = account === null ? null : await principalOf(account, 'commitments.read')
  if (choice === null || account === null || principal === null) throw new MailFailed('not-allowed', true)
  const { language } = choice
  const digest = await gatherDigest(deps, { principal, account, since, language })
  await mailer!.send(digestLetter({ digest, choice, weekOn, to: account.email, baseUrl }))
}

/** @throws DomainError `forbidden` for keys and the machine, which get no letters */
function accountOf({ actor }: Principal): number {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'A weekly letter is for an account.')
  return actor.accountId
}
