import { createTransport } from 'nodemailer'

/** A letter in plain text. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Of the letter, so that one sent twice is known as the same. */
  readonly messageId: string
  /** Turns such letters off by one request (RFC 8058). */
  readonly unsubscribeUrl?: string
}

/** A mail server that did not take a letter. */
export class MailFailed extends Error {
  /** What it said, as its number or a code: never its words, which may cite addresses. */
  readonly fault: string
  /** Whether trying again changes nothing. */
  readonly isFinal: boolean

  constructor(fault: string, isFinal: boolean) {
    super(`The mail server did not take a letter: ${fault}.`)
    this.name = 'MailFailed'
    this.fault = fault
    this.isFinal = isFinal
  }
}

/** Sends letters. */
export interface Mailer {
  /** @throws MailFailed */
  send(letter: Letter): Promise<void>
  /** @throws MailFailed where the server does not answer, or does not let us in */
  verify(): Promise<void>
  close(): void
}

/** See `SMTP_URL` and `MAIL_FROM`. */
export interface MailSettings {
  readonly url: string
  readonly from: string
}

const CONNECT_MS = 10_000
const IDLE_MS = 20_000
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** A mailer over SMTP: `smtps:` is encrypted from the start, `smtp:` by STARTTLS, without which only this machine is spoken to. */
export function createMailer({ url, from }: MailSettings): Mailer {
  const { protocol, hostname, port, username, password } = new URL(url)
  const transport = createTransport({
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? PORTS[protocol as keyof typeof PORTS] : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: protocol === 'smtp:' && !LOOPBACK.test(hostname),
    ignoreTLS: protocol === 'smtp:' && LOOPBACK.test(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_MS,
    dnsTimeout: CONNECT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, messageId, unsubscribeUrl }) {
      const headers = {
        'Auto-Submitted': 'auto-generated',
        ...(unsubscribeUrl !== undefined && {
          'List-Unsubscribe': `<${unsubscribeUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      }
      await transport.sendMail({ from, to, subject, text, messageId, headers }).catch(failing)
    },
    async verify() {
      await transport.verify().catch(failing)
    },
    close: () => transport.close(),
  }
}

function failing(error: unknown): never {
  const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string }
  // Of settings, which somebody mends: a password, a server that does not encrypt.
  const isOfSettings = code === 'EAUTH' || code === 'ETLS'
  const isFinal = responseCode !== undefined && responseCode >= 500 && !isOfSettings
  throw new MailFailed(
    String((code === 'ETLS' ? code : responseCode) ?? code ?? 'unknown')
      .replaceAll(/[^\w-]/g, '')
      .slice(0, 40),
    isFinal,
  )
}
