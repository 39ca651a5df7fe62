import type { MailOutcome } from '../platform/mail/flush-mails.ts'

/** Secret addresses of calendars, by the hash of their tokens. */
export interface CalendarFeedRepository {
  /** Null where the account has none, or revoked it. */
  madeAt(accountId: number): Promise<string | null>
  put(accountId: number, tokenHash: string, madeAt: string): Promise<void>
  revoke(accountId: number): Promise<void>
  findAccount(tokenHash: string): Promise<number | null>
}

/** The way of a meeting's minutes to one account. */
export interface MinutesMail {
  readonly meetingId: number
  readonly accountId: number
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly tries: number
  readonly sentAt: string | null
  /** What went wrong the last time; null where nothing did. */
  readonly fault: string | null
}

/** Minutes on their way by mail: a queue that outlives the process. */
export interface MinutesMailRepository {
  /** Who is in the queue of the meeting already stays as it is, but what failed is tried again. */
  queue(meetingId: number, accountIds: readonly number[], at: string): Promise<void>
  list(meetingId: number): Promise<readonly MinutesMail[]>
  /**
   * Takes the next one up, so that no other process does before `nextAt`; null where none waits.
   *
   * @param nextAt when it is tried again unless it is settled before
   */
  take(at: string, nextAt: string): Promise<MinutesMail | null>
  settle(mail: MinutesMail, outcome: MailOutcome): Promise<void>
}
