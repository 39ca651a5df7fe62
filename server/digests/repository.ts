import type { Language } from '../platform/language.ts'
import type { MailOutcome } from '../platform/mail/flush-mails.ts'

/** That an account has chosen the weekly letter, and in which language. */
export interface DigestChoice {
  readonly accountId: number
  readonly language: Language
  /** Turns the letter off without a sign-in, and does nothing else. */
  readonly offToken: string
}

/** The way of one week's letter to one account. */
export interface DigestMail {
  readonly accountId: number
  /** The Monday of its week, `2026-03-09`. */
  readonly weekOn: string
  readonly tries: number
}

/** Who gets the weekly letter, and the letters on their way: a queue that outlives the process. */
export interface DigestRepository {
  /** Null where the account gets none. */
  choice(accountId: number): Promise<DigestChoice | null>
  /** A choice that is there keeps its token and its day. */
  choose(choice: DigestChoice, at: string): Promise<void>
  off(accountId: number): Promise<void>
  /** Whether the token was somebody's. */
  offByToken(offToken: string): Promise<boolean>
  /** Queues a week's letter for everybody who had chosen it by then; none twice. */
  queue(weekOn: string, chosenBy: string): Promise<void>
  /**
   * Takes the next letter of a week up for ten minutes, longer than any try to send: one that a process was killed over
   * is then taken again, and is the same letter by its Message-ID.
   */
  take(weekOn: string, at: string): Promise<DigestMail | null>
  settle(mail: DigestMail, outcome: MailOutcome): Promise<void>
}
