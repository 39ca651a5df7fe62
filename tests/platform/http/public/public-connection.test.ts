import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublicSite } from '../../../support/serving/public-site.ts'
import { raw } from '../../../support/serving/raw-http.ts'

let site: Awaited<ReturnType<typeof startPublicSite>>
beforeAll(async () => {
  site = await startPublicSite()
})
afterAll(() => site.close())

const CSV = '/public/releases/2025/areas.csv'
const HOST = 'Host: localhost\r\n'

/** Ends a row of requests, so that the server closes. */
const LAST = `GET /last HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

/** The statuses of all responses on a connection, and whether the last request was reached and answered. */
async function statusesOf(pieces: readonly string[]): Promise<string> {
  const responses = await raw(site.port, pieces)
  const statuses = [...responses.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => status)
  // Whether node still says that what follows is no request depends on whether a response is on its way.
  if (statuses.at(-1) === '400' && statuses.length > 1) statuses.pop()
  return [...statuses, ...(responses.includes('GET /last 0') ? ['last'] : [])].join(' ')
}

describe('a connection with requests for public files', () => {
  it('serves pipelined requests in order, also those of the application', async () => {
    const row = ['areas.csv', 'figures.json', 'areas.csv', 'nothing.csv', 'areas.csv']
      .map((name) => `GET /public/releases/2025/${name} HTTP/1.1\r\n${HOST}\r\n`)
      .join('')
    expect(await statusesOf([row + LAST])).toBe('200 200 200 404 200 200 last')
  })

  it('receives a whole body, however it is chunked', async () => {
    const body = 'x'.repeat(300_000)
    const post = `POST /echo HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`
    const plain = `GET ${CSV} HTTP/1.1\r\n${HOST}\r\n`
    for (const pieces of [
      [plain + post + body],
      [plain, post, body],
      [plain + post.slice(0, 20), post.slice(20) + body],
    ])
      expect(await raw(site.port, pieces)).toContain('POST /echo 300000')
  })

  const SMUGGLED = `GET /smuggled HTTP/1.1\r\n${HOST}\r\n`
  const CHUNKED = 'Transfer-Encoding: chunked\r\n'
  const LENGTH = `Content-Length: ${SMUGGLED.length}\r\n`
  it.each([
    ['a length', LENGTH, SMUGGLED, '200 200 last'],
    ['chunks', CHUNKED, `${SMUGGLED.length.toString(16)}\r\n${SMUGGLED}\r\n0\r\n\r\n`, '200 200 last'],
    ['a length of nothing', 'Content-Length: 0\r\n', '', '200 200 last'],
    ['an upgrade', 'Upgrade: h2c\r\n', '', '200 200 last'],
    ['an expectation', 'Expect: 100-continue\r\n', '', '100 200 200 last'],
    ['eight-bit text', 'X-A: å\r\n', '', '200 200 last'],
    ['a length and chunks', LENGTH + CHUNKED, SMUGGLED, '400'],
    ['chunks that are no chunks', CHUNKED, SMUGGLED, '200'],
    ['two lengths', `${LENGTH}Content-Length: 5\r\n`, SMUGGLED, '400'],
    ['chunks twice', CHUNKED + CHUNKED, SMUGGLED, '400'],
    ['chunks within gzip', 'Transfer-Encoding: gzip, chunked\r\n', SMUGGLED, '200'],
    ['a length in a folded header', 'X-A: 1\r\n Content-Length: 5\r\n', SMUGGLED, '400'],
    ['a space before the colon', 'Content-Length : 5\r\n', SMUGGLED, '400'],
    ['a length behind a bare line feed', 'X-A: 1\nContent-Length: 5\r\n', SMUGGLED, '400'],
    ['a length behind a bare carriage return', 'X-A: 1\rContent-Length: 5\r\n', SMUGGLED, '400'],
    ['a null', 'X-A: \0\r\n', SMUGGLED, '400'],
  ])('reads no second request out of one with %s', async (_, headers, body, statuses) => {
    expect(await statusesOf([`GET ${CSV} HTTP/1.1\r\n${HOST}${headers}\r\n${body}`, LAST])).toBe(statuses)
  })

  it.each([
    ['a whole address', `GET http://localhost${CSV} HTTP/1.1\r\nHost: evil.example\r\n\r\n`, '200 200 last'],
    ['a whole foreign address', `GET http://evil.example${CSV} HTTP/1.1\r\n${HOST}\r\n`, '403'],
    ['an old version', `GET ${CSV} HTTP/1.0\r\n${HOST}\r\n`, '200'],
    ['a lower-case method', `get ${CSV} HTTP/1.1\r\n${HOST}\r\n`, '400'],
    ['two spaces', `GET  ${CSV} HTTP/1.1\r\n${HOST}\r\n`, '200 200 last'],
    ['no host', `GET ${CSV} HTTP/1.1\r\n\r\n`, '400'],
    ['a foreign host', `GET ${CSV} HTTP/1.1\r\nHost: evil.example\r\n\r\n`, '403'],
    ['a foreign host, and ours', `GET ${CSV} HTTP/1.1\r\nHost: evil.example\r\n${HOST}\r\n`, '400'],
    ['our host, and a foreign one', `GET ${CSV} HTTP/1.1\r\n${HOST}Host: evil.example\r\n\r\n`, '400'],
    ['our host twice', `GET ${CSV} HTTP/1.1\r\n${HOST}${HOST}\r\n`, '400'],
    [
      'our host twice, and a whole address',
      `GET http://localhost${CSV} HTTP/1.1\r\n${HOST}${HOST}\r\n`,
      '400',
    ],
    ['line feeds only', `GET ${CSV} HTTP/1.1\nHost: localhost\n\n`, '400'],
    ['a query', `GET ${CSV}?x=1 HTTP/1.1\r\n${HOST}\r\n`, '200 200 last'],
    ['a withdrawn release', `GET /public/releases/2024/areas.csv HTTP/1.1\r\n${HOST}\r\n`, '410 200 last'],
    ['HEAD', `HEAD ${CSV} HTTP/1.1\r\n${HOST}\r\n`, '200 200 last'],
    ['something else than HTTP', '\x16\x03\x01\x02\x00\x01\x00', '400'],
  ])('responds to %s as the standard requires', async (_, sent, statuses) => {
    expect(await statusesOf([sent, LAST])).toBe(statuses)
  })

  it('waits for a client that does not read its responses, and keeps their order', async () => {
    const tile = `GET /public/releases/2025/release.pmtiles HTTP/1.1\r\n${HOST}\r\n`
    const size = site.entries().get('releases/2025/release.pmtiles')!.identity.bytes.length
    const times = Math.ceil(8_000_000 / size)
    const socket = connect(site.port, '127.0.0.1')
    let received = 0
    socket.pause()
    socket.write(tile.repeat(times) + LAST)
    await new Promise((resolve) => setImmediate(resolve))
    socket.on('data', (chunk: Buffer) => {
      received += chunk.length
    })
    socket.resume()
    await new Promise((resolve) => socket.on('close', resolve))
    expect(received).toBeGreaterThan(times * size)
  })
})
