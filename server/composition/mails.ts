import type { Log } from '../platform/log.ts'
import type { Mailer, MailSettings } from '../platform/mail/mailer.ts'
import type { WorkRound } from './work-round.ts'

/** The mailer of the settings; its code is loaded where mail is sent. */
export async function openMailer(settings: MailSettings | null): Promise<Mailer | null> {
  if (settings === null) return null
  const { createMailer } = await import('../platform/mail/mailer.ts')
  return createMailer(settings)
}

/** How often letters that wait for another try are looked for. */
const MAIL_POLL_MS = 60_000

/** Sends letters that an earlier process left, and those whose time has come. @returns what stops it */
export function sendMails(
  { mails, digests }: Pick<WorkRound, 'mails' | 'digests'>,
  mailer: Mailer | null,
  log: Log,
): () => void {
  if (mailer === null) return () => {}
  const flush = () => {
    for (const queue of [mails, digests])
      void queue.flush().catch((error: unknown) => log.warn({ err: error }, 'letters could not be sent'))
  }
  flush()
  const timer = setInterval(flush, MAIL_POLL_MS)
  timer.unref()
  return () => {
    clearInterval(timer)
    mailer.close()
  }
}
