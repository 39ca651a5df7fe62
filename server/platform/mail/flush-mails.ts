import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { MailFailed } from './mailer.ts'

/** What became of a try to send: sent, or not, with the time of the next try; null where there is none. */
export type MailOutcome =
  | { readonly sentAt: string }
  | { readonly fault: string; readonly nextAt: string | null }

/** Letters that wait in the database, of which no two processes take the same. */
interface MailQueue<M extends { readonly tries: number }> {
  /** The next one, which counts as tried; null where none waits. */
  take(at: string): Promise<M | null>
  send(mail: M): Promise<void>
  settle(mail: M, outcome: MailOutcome): Promise<void>
}

interface Deps {
  readonly clock: Clock
  readonly log: Log
}

const MINUTE_MS = 60_000
/** Pauses before the second try, the third, …; after the last one it is given up. */
const PAUSES_MINUTES = [1, 5, 15, 60, 240, 720, 720]

/** Sends what waits, one after the other; what fails waits for another try, or is given up. */
export async function flushMails<M extends { readonly tries: number }>(
  queue: MailQueue<M>,
  { clock, log }: Deps,
): Promise<void> {
  const isoAt = (ms: number) => new Date(ms).toISOString()
  for (;;) {
    const nowMs = clock.nowMs()
    const mail = await queue.take(isoAt(nowMs))
    if (mail === null) return
    try {
      await queue.send(mail)
      await queue.settle(mail, { sentAt: isoAt(clock.nowMs()) })
    } catch (error) {
      if (!(error instanceof MailFailed)) throw error
      const pause = PAUSES_MINUTES[mail.tries - 1]
      const nextAt = error.isFinal || pause === undefined ? null : isoAt(nowMs + pause * MINUTE_MS)
      await queue.settle(mail, { fault: error.fault, nextAt })
      log.warn({ fault: error.fault, again: nextAt !== null }, 'a letter could not be sent')
    }
  }
}
