import type { Account, PeopleRepository, PrincipalOfAccount } from '../../accounts/index.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Log } from '../../platform/log.ts'
import { flushMails } from '../../platform/mail/flush-mails.ts'
import { MailFailed, type Mailer } from '../../platform/mail/mailer.ts'
import type { WorkService } from '../../work/index.ts'
import type { Meeting } from '../meeting.ts'
import type { MinutesMail, MinutesMailRepository } from '../repository.ts'
import { minutesLetter } from './minutes-letter.ts'

/** What became of one letter. */
export interface MinutesMailView extends Pick<MinutesMail, 'state' | 'sentAt' | 'fault'> {
  /** Whose account it went to. */
  readonly organisation: string
}

/** Minutes by mail: queued when a meeting is closed, sent in the background. */
export interface MinutesMails {
  /** Whether a mail server is set up. */
  readonly isSet: boolean
  /** Queues the minutes for the accounts of those who were there and may read them; none twice. */
  queue(meeting: Meeting): Promise<void>
  /** @throws DomainError `not-found` */
  list(principal: Principal, meetingId: number): Promise<readonly MinutesMailView[]>
  /** Queues the minutes of a closed meeting again. @throws DomainError `not-found`, `conflict` without mail or minutes */
  queueAgain(principal: Principal, meetingId: number): Promise<void>
  /** Sends what waits, one after the other. */
  flush(): Promise<void>
}

interface Deps {
  readonly minutesMail: MinutesMailRepository
  readonly people: PeopleRepository
  readonly principalOf: PrincipalOfAccount
  readonly work: WorkService
  /** Null where no mail server is set up. */
  readonly mailer: Mailer | null
  readonly baseUrl: string
  readonly areaName: (id: number) => string | null
  readonly clock: Clock
  readonly log: Log
}

const MINUTE_MS = 60_000
const PAGE = 1000

/** The service of minutes by mail. */
export function createMinutesMails(deps: Deps): MinutesMails {
  const { minutesMail, people, principalOf, work, mailer, clock } = deps
  const isoAt = (ms: number) => new Date(ms).toISOString()
  const find = async (principal: Principal, id: number) =>
    (await work.find(principal, 'meeting', id)) as Meeting

  async function queue(meeting: Meeting): Promise<void> {
    if (mailer === null) return
    const there = await accountsOf(people, meeting)
    const readers: number[] = []
    for (const account of there) if (await mayRead(account, meeting.id)) readers.push(account.id)
    await minutesMail.queue(meeting.id, readers, isoAt(clock.nowMs()))
  }

  async function mayRead(account: Account, meetingId: number): Promise<boolean> {
    const principal = await principalOf(account, 'meetings.read')
    if (principal === null) return false
    return find(principal, meetingId).then(
      () => true,
      () => false,
    )
  }

  async function sendOne(mail: MinutesMail): Promise<void> {
    const account = await people.find(mail.accountId)
    const principal = account === null ? null : await principalOf(account, 'meetings.read')
    // Rights may have changed since it was queued.
    const meeting = principal === null ? null : await find(principal, mail.meetingId).catch(() => null)
    if (account === null || meeting === null) throw new MailFailed('not-allowed', true)
    const areaName = deps.areaName(meeting.areaId) ?? ''
    const { email: to, id: accountId } = account
    await mailer!.send(minutesLetter({ meeting, areaName, to, accountId, baseUrl: deps.baseUrl }))
  }

  const flush = () =>
    flushMails<MinutesMail>(
      {
        take: (at) => minutesMail.take(at, isoAt(Date.parse(at) + MINUTE_MS)),
        send: sendOne,
        settle: minutesMail.settle,
      },
      deps,
    )

  return {
    isSet: mailer !== null,
    queue,
    flush: async () => (mailer === null ? undefined : flush()),
    async list(principal, meetingId) {
      await find(principal, meetingId)
      const names = new Map((await people.organisations()).map(({ id, name }) => [id, name]))
      const views: MinutesMailView[] = []
      for (const { accountId, state, sentAt, fault } of await minutesMail.list(meetingId)) {
        const account = await people.find(accountId)
        views.push({ organisation: names.get(account?.organisationId ?? 0) ?? '', state, sentAt, fault })
      }
      return views
    },
    async queueAgain(principal, meetingId) {
      const meeting = await find(principal, meetingId)
      if (mailer === null) throw new DomainError('conflict', 'No mail server is set up: see SMTP_URL.')
      if (meeting.state !== 'closed')
        throw new DomainError('conflict', 'The meeting has no minutes until it is closed.')
      await queue(meeting)
    },
  }
}

/** Accounts of the organisations that were there. */
async function accountsOf(people: PeopleRepository, { content }: Meeting): Promise<readonly Account[]> {
  const there = new Set(content.attendees.map(({ organisation }) => folded(organisation)))
  const ids = new Set(
    (await people.organisations()).filter(({ name }) => there.has(folded(name))).map(({ id }) => id),
  )
  const found: Account[] = []
  for (let after = 0; ; ) {
    const accounts = await people.list(after, PAGE)
    found.push(...accounts.filter(({ organisationId }) => ids.has(organisationId ?? 0)))
    if (accounts.length < PAGE) return found
    after = accounts.at(-1)!.id
  }
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('sv')
}
