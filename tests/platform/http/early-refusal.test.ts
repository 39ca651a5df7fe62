import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createImport } from '../../../server/import/contract.ts'
import { getCategories } from '../../../server/operations/contract.ts'
import { DomainError } from '../../../server/engine/errors.ts'
import { json } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

/** What an upload may be refused for, and how much of it has been read by then. */
const REFUSALS: Readonly<
  Record<string, (upload: (known: readonly string[]) => Promise<unknown>) => unknown>
> = {
  'before anything of it is read': () => refuse(),
  'once its file begins': (upload) => upload(['mapping']).then(refuse),
  'for a field that is not known': (upload) => upload([]),
}

let reason = ''
let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  const refusing = endpoint(createImport, async ({ upload }) => {
    await REFUSALS[reason]!(upload)
    return json({})
  })
  app = await startApp([refusing, endpoint(getCategories, () => json({ next: true }))])
})
afterAll(() => app.close())

function refuse(): never {
  throw new DomainError('invalid-body', 'mapping: must be JSON')
}

const part = (name: string, content: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`

describe('an upload that is refused early', () => {
  it.each(Object.keys(REFUSALS))('does not block its connection when refused %s', async (when) => {
    reason = when
    const file = `--b\r\nContent-Disposition: form-data; name="file"; filename="x.csv"\r\n\r\n`
    const body = `${part('mapping', '{')}${file}${'x'.repeat(3_000_000)}\r\n--b--\r\n`
    const socket = connect(app.port, '127.0.0.1')
    let received = ''
    const answered = new Promise<void>((resolve) => {
      socket.on('data', (chunk) => {
        received += chunk
        if (received.includes('{"next":true}')) resolve()
      })
    })
    socket.write(
      `POST ${createImport.path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    )
    socket.write(`GET ${getCategories.path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)
    await answered
    expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400', 'HTTP/1.1 200'])
    socket.destroy()
  })
})
