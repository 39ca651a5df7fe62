import { once } from 'node:events'
import { connect } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ENDPOINTS } from '../../../server/app.ts'
import { noContent } from '../../../server/platform/http/endpoint-response.ts'
import { endpoint } from '../../../server/platform/http/route.ts'
import { startApp } from '../../support/serving/start-app.ts'

const WITH_BODY = ENDPOINTS.filter(({ bodyType }) => bodyType !== 'none')
const routes = WITH_BODY.map((contract) =>
  endpoint(contract, async ({ upload }) => {
    if (contract.bodyType === 'multipart') await upload([])
    return noContent()
  }),
)

let app: Awaited<ReturnType<typeof startApp>>
beforeAll(async () => {
  app = await startApp(routes)
})
afterAll(() => app.close())

/** The status of what comes back for some bytes; 0 when the connection is closed without a word. */
async function statusFor(bytes: string | Buffer): Promise<number> {
  const socket = connect(app.port, '127.0.0.1').on('error', () => {})
  const first = Promise.race([once(socket, 'data').then(String), once(socket, 'close').then(() => '')])
  socket.write(bytes)
  const status = Number((await first).slice(9, 12))
  socket.destroy()
  return status
}

const HOST = 'Host: localhost\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const BODY = '{"email":"a@stad.example","password":"x"}'
const LENGTH = `Content-Length: ${BODY.length}\r\n`
const post = (headers: string, body: string | Buffer = BODY, path = '/api/session', method = 'POST') =>
  Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${headers}\r\n`), Buffer.from(body)])

describe('every call with a body', () => {
  const zeros = Buffer.alloc(1 << 20)
  const packed: readonly (readonly [string, Buffer])[] = [
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
    ['identity, gzip', gzipSync(zeros)],
    ['identity\r\nContent-Encoding: gzip', gzipSync(zeros)],
  ]

  it.each(WITH_BODY.map((contract) => [contract.id, contract] as const))(
    'refuses a compressed one: %s',
    async (_, { method, path, bodyType }) => {
      const target = path.replaceAll(/\{\w+\}/g, '1')
      const type = bodyType === 'json' ? JSON_TYPE : 'Content-Type: multipart/form-data; boundary=b\r\n'
      const match = 'If-Match: "1"\r\n'
      const statuses = packed.map(([encoding, body]) =>
        statusFor(
          post(
            `${HOST}${type}${match}Content-Encoding: ${encoding}\r\nContent-Length: ${body.length}\r\n`,
            body,
            target,
            method.toUpperCase(),
          ),
        ),
      )
      expect(await Promise.all(statuses)).toEqual(packed.map(() => 415))
    },
  )
})

describe('a request', () => {
  const chunked = `${HOST}${JSON_TYPE}Transfer-Encoding: chunked\r\n`
  const whole = `${BODY.length.toString(16)}\r\n${BODY}\r\n`

  it.each<[string, string | Buffer, number]>([
    ['as it should be', post(`${HOST}${JSON_TYPE}${LENGTH}`), 204],
    ['in chunks', post(chunked, `${whole}0\r\n\r\n`), 204],
    ['with an extension to a chunk', post(chunked, `2;a="b"\r\n  \r\n${whole}0\r\n\r\n`), 204],
    ['with an extension of 64 KB', post(chunked, `2;${'x'.repeat(65_536)}\r\n  \r\n${whole}0\r\n\r\n`), 413],
    ['in pieces of a byte', post(chunked, `${'1\r\n \r\n'.repeat(2_000)}${whole}0\r\n\r\n`), 204],
    ['with trailers of 64 KB', post(chunked, `${whole}0\r\nX: ${'y'.repeat(65_536)}\r\n\r\n`), 431],
    ['with a chunk of 2^68 bytes', post(chunked, 'FFFFFFFFFFFFFFFFF\r\n{}\r\n'), 400],
    ['with a chunk of -1 byte', post(chunked, '-1\r\n{}\r\n'), 400],
    ['packed, in chunks', post(chunked.replace('chunked', 'gzip, chunked')), 400],
    ['of another type, and ours', post(`${HOST}Content-Type: text/plain\r\n${JSON_TYPE}${LENGTH}`), 415],
    [
      'of two origins',
      post(`${HOST}${JSON_TYPE}${LENGTH}Origin: http://localhost\r\nOrigin: https://evil.example\r\n`),
      403,
    ],
    [
      'of two sites',
      post(`${HOST}${JSON_TYPE}${LENGTH}Sec-Fetch-Site: same-origin\r\nSec-Fetch-Site: cross-site\r\n`),
      403,
    ],
    [
      'of a foreign origin behind two thousand other headers',
      post(`${HOST}${JSON_TYPE}${LENGTH}${'X:\r\n'.repeat(2_000)}Origin: https://evil.example\r\n`),
      403,
    ],
  ])('%s is accepted or refused at once', async (_, bytes, status) => {
    expect(await statusFor(bytes)).toBe(status)
  })
})
