import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Post {
  readonly url: string
  readonly letters: { readonly to: string; readonly text: string }[]
  /** What the next letters are answered with; empty = taken. */
  readonly refusals: number[]
  close(): Promise<void>
}

/** A mail server on this machine. */
export async function openPost(options: { readonly needsSignIn?: boolean } = {}): Promise<Post> {
  const letters: { to: string; text: string }[] = []
  const refusals: number[] = []
  const server = new SMTPServer({
    authOptional: options.needsSignIn !== true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === 'stad' && password === 'hem:lig' ? done(null, { user: 'stad' }) : done(new Error('no')),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const code = refusals.shift()
        if (code !== undefined) {
          done(Object.assign(new Error('not now, anna@example.se'), { responseCode: code }))
          return
        }
        const to = session.envelope.rcptTo.map(({ address }) => address).join()
        letters.push({ to, text: Buffer.concat(chunks).toString() })
        done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refusals,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The text of a letter, whatever it was coded by on its way. */
export function textOf(letter: string): string {
  const [head = '', ...body] = letter.split('\r\n\r\n')
  const text = body.join('\n\n')
  const plain = (decoded: string) => decoded.replaceAll('\r\n', '\n')
  if (/base64/i.test(head)) return plain(Buffer.from(text, 'base64').toString())
  const bytes = text
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return plain(Buffer.from(bytes, 'latin1').toString())
}
