import { once } from 'node:events'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listenBefore } from '../support/serving/listen.ts'
import { hasNginx, startNginx } from '../support/serving/nginx.ts'

const BODY = '{"a":1}'
const SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
const post = (headers: string, body: string) =>
  `POST /asked HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers}\r\n${body}`
const LENGTH = `Content-Length: ${BODY.length}\r\n`
const CHUNKED = 'Transfer-Encoding: chunked\r\n'
const inChunks = (extension = '') => `${BODY.length}${extension}\r\n${BODY}\r\n0\r\n\r\n`

describe.skipIf(!hasNginx())('bytes that two servers might read differently', () => {
  let server: Awaited<ReturnType<typeof listenBefore>>
  let proxy: Awaited<ReturnType<typeof startNginx>>
  const seen: string[] = []

  beforeAll(async () => {
    server = await listenBefore((request, response) => {
      request.toArray().then(
        (chunks) => {
          seen.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`)
          response.end('done')
        },
        () => {},
      )
    })
    proxy = await startNginx({ upstream: server.port, replaced: { 'keepalive 64;': 'keepalive 1;' } })
  })
  afterAll(async () => {
    await proxy?.close()
    await server?.close()
  })
  beforeEach(() => void seen.splice(0))

  async function statusFor(bytes: string): Promise<number> {
    const socket = await proxy.connect()
    socket.write(bytes, 'latin1')
    const [data] = await once(socket, 'data')
    socket.destroy()
    return Number(String(data).slice(9, 12))
  }

  it.each([
    ['a length, and chunks', post(`${LENGTH}${CHUNKED}`, `0\r\n\r\n${SMUGGLED}`)],
    ['chunks, and a length', post(`${CHUNKED}${LENGTH}`, inChunks())],
    ['two lengths', post(`${LENGTH}Content-Length: ${BODY.length + SMUGGLED.length}\r\n`, BODY + SMUGGLED)],
    ['one length twice', post(`${LENGTH}${LENGTH}`, BODY)],
    ['a list of lengths', post(`Content-Length: ${BODY.length}, ${BODY.length}\r\n`, BODY)],
    ['a length with a sign', post(`Content-Length: +${BODY.length}\r\n`, BODY)],
    ['chunks twice', post(`${CHUNKED}${CHUNKED}`, inChunks())],
    ['a folded header', post(`X: a\r\n b\r\n${LENGTH}`, BODY)],
    ['a folded length', post(`X: a\r\n Content-Length: 0\r\n${LENGTH}`, BODY)],
    ['a space before a colon', post(`Content-Length : ${BODY.length}\r\n`, BODY)],
    ['a bare carriage return', post(`X: a\rContent-Length: 0\r\n${LENGTH}`, BODY)],
    ['a null', post(`X: a\0b\r\n${LENGTH}`, BODY)],
    ['a chunk of 2^68 bytes', post(CHUNKED, 'FFFFFFFFFFFFFFFFF\r\n{}\r\n')],
    ['a chunk of -1 byte', post(CHUNKED, '-1\r\n{}\r\n')],
    ['two hosts', `GET /asked HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n`],
    ['no host', `GET /asked HTTP/1.1\r\n\r\n`],
  ])('are refused before they reach the server: %s', async (_, bytes) => {
    expect(await statusFor(bytes)).toBe(400)
    expect(seen).toEqual([])
  })

  it.each([
    ['a coding that nobody knows', post('Transfer-Encoding: xchunked\r\n', inChunks())],
    ['a packed body in chunks', post('Transfer-Encoding: gzip, chunked\r\n', inChunks())],
  ])('are not understood, and do not reach the server: %s', async (_, bytes) => {
    expect(await statusFor(bytes)).toBe(501)
    expect(seen).toEqual([])
  })

  it.each([
    ['bare line feeds', post(LENGTH, BODY).replaceAll('\r\n', '\n')],
    ['chunks', post(CHUNKED, inChunks())],
    ['an extension to a chunk', post(CHUNKED, inChunks(';a="b"'))],
    ['an extension that looks like an end', post(CHUNKED, inChunks(';0'))],
  ])('reach the server as one plain request: %s', async (_, bytes) => {
    expect(await statusFor(bytes)).toBe(200)
    expect(seen).toEqual([`POST /asked ${BODY}`])
  })

  it('in a body stay part of it', async () => {
    expect(await statusFor(post(`Content-Length: ${SMUGGLED.length}\r\n`, SMUGGLED))).toBe(200)
    expect(await statusFor('GET /next HTTP/1.1\r\nHost: localhost\r\n\r\n')).toBe(200)
    expect(seen).toEqual([`POST /asked ${SMUGGLED}`, 'GET /next '])
  })
})
