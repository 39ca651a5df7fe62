import { connect } from 'node:net'
import { Agent, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublicSites } from '../../../support/serving/public-site.ts'
import { comparable, raw } from '../../../support/serving/raw-http.ts'

let sites: Awaited<ReturnType<typeof startPublicSites>>
beforeAll(async () => {
  sites = await startPublicSites()
})
afterAll(() => sites.close())

const CSV = '/public/releases/2025/areas.csv'
const HOST = 'Host: localhost\r\n'

/** Ends a row of requests, so that the server closes. */
const LAST = `GET /last HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

async function expectSame(pieces: readonly string[]): Promise<string> {
  const [front, plain] = await Promise.all([raw(sites.frontPort, pieces), raw(sites.plainPort, pieces)])
  expect(comparable(front)).toBe(comparable(plain))
  return front
}

describe('the front at the socket', () => {
  it('answers a plain request itself, with the bytes and headers that node would send', async () => {
    const before = sites.answered()
    const answer = await expectSame([`GET ${CSV} HTTP/1.1\r\n${HOST}Accept-Encoding: gzip, br\r\n\r\n`, LAST])
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: .* GMT\r\n/)
    expect(answer).not.toMatch(/set-cookie/i)
    expect(sites.answered()).toBe(before + 1)
  })

  it('answers requests that come in one go in their order, and goes on with node where they end being plain', async () => {
    const before = sites.answered()
    const row = ['areas.csv', 'figures.json', 'areas.csv', 'nothing.csv', 'areas.csv']
      .map((name) => `GET /public/releases/2025/${name} HTTP/1.1\r\n${HOST}\r\n`)
      .join('')
    const answer = await expectSame([row + LAST])
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(
      ['200', '200', '200', '404', '200', '200'].map((s) => `HTTP/1.1 ${s}`),
    )
    expect(sites.answered()).toBe(before + 3)
  })

  it('hands a body over whole, however it is cut', async () => {
    const body = 'x'.repeat(300_000)
    const post = `POST /echo HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`
    const plain = `GET ${CSV} HTTP/1.1\r\n${HOST}\r\n`
    for (const pieces of [
      [plain + post + body],
      [plain, post, body],
      [plain + post.slice(0, 20), post.slice(20) + body],
    ])
      expect(await raw(sites.frontPort, pieces)).toContain('POST /echo 300000')
  })

  const BODY = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n'
  it.each([
    ['a length', `Content-Length: ${BODY.length}\r\n`],
    ['chunks', 'Transfer-Encoding: chunked\r\n'],
    ['a length of nothing', 'Content-Length: 0\r\n'],
    ['an upgrade', 'Upgrade: h2c\r\n'],
    ['an expectation', 'Expect: 100-continue\r\n'],
    ['another host as well', 'Host: evil.example\r\n'],
    ['a folded header', 'X-A: 1\r\n Content-Length: 5\r\n'],
    ['a space before the colon', 'Content-Length : 5\r\n'],
    ['a bare line feed', 'X-A: 1\nContent-Length: 5\r\n'],
    ['a bare carriage return', 'X-A: 1\rContent-Length: 5\r\n'],
    ['a null', 'X-A: \0\r\n'],
    ['eight-bit text', 'X-A: å\r\n'],
    ['a range', 'Range: bytes=0-3\r\n'],
    ['a date to compare with', 'If-Modified-Since: Sun, 22 Nov 2026 10:00:00 GMT\r\n'],
    ['two lists of codings', 'Accept-Encoding: gzip\r\nAccept-Encoding: br\r\n'],
  ])('leaves a request with %s to node alone', async (_, header) => {
    const before = sites.answered()
    await expectSame([`GET ${CSV} HTTP/1.1\r\n${HOST}${header}\r\n${BODY}`, LAST])
    expect(sites.answered()).toBe(before)
  })

  it.each([
    ['a whole address', `GET http://localhost${CSV} HTTP/1.1\r\n${HOST}\r\n`],
    ['an old version', `GET ${CSV} HTTP/1.0\r\n${HOST}\r\n`],
    ['a lower-case method', `get ${CSV} HTTP/1.1\r\n${HOST}\r\n`],
    ['two spaces', `GET  ${CSV} HTTP/1.1\r\n${HOST}\r\n`],
    ['a tab', `GET\t${CSV} HTTP/1.1\r\n${HOST}\r\n`],
    ['no host', `GET ${CSV} HTTP/1.1\r\n\r\n`],
    ['a foreign host', `GET ${CSV} HTTP/1.1\r\nHost: evil.example\r\n\r\n`],
    ['line feeds only', `GET ${CSV} HTTP/1.1\nHost: localhost\n\n`],
    ['a climb', `GET /public/releases/2025/../../api/audit HTTP/1.1\r\n${HOST}\r\n`],
    ['a climb in disguise', `GET /public/releases/2025/%2e%2e/areas.csv HTTP/1.1\r\n${HOST}\r\n`],
    ['a query', `GET ${CSV}?x=1 HTTP/1.1\r\n${HOST}\r\n`],
    ['a folder', `GET /public/releases/2025/ HTTP/1.1\r\n${HOST}\r\n`],
    ['a withdrawn release', `GET /public/releases/2024/areas.csv HTTP/1.1\r\n${HOST}\r\n`],
    ['HEAD', `HEAD ${CSV} HTTP/1.1\r\n${HOST}\r\n`],
    ['something else than HTTP', '\x16\x03\x01\x02\x00\x01\x00'],
  ])('leaves %s to node alone', async (_, request) => {
    const before = sites.answered()
    await expectSame([request, LAST])
    expect(sites.answered()).toBe(before)
  })

  it('waits for a caller who does not take its answers, and keeps their order', async () => {
    const tile = 'GET /public/releases/2025/release.pmtiles HTTP/1.1\r\nHost: localhost\r\n\r\n'
    const size = sites.tree.entries().get('releases/2025/release.pmtiles')!.identity.bytes.length
    const times = Math.ceil(8_000_000 / size)
    const socket = connect(sites.frontPort, '127.0.0.1')
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

  it('goes on as usual for a client that keeps its connection and asks for this and that', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const ask = (path: string) =>
      new Promise<number>((resolve, reject) => {
        request({ port: sites.frontPort, path, agent }, (response) => {
          response.resume()
          response.on('end', () => resolve(response.statusCode!))
        })
          .on('error', reject)
          .end()
      })
    expect(await ask(CSV)).toBe(200)
    expect(await ask('/echo')).toBe(200)
    expect(await ask(CSV)).toBe(200)
    agent.destroy()
  })

  it('serves no old bytes once the tree holds others, and none once it holds none', async () => {
    const all = sites.tree.entries()
    const ask = () => raw(sites.frontPort, [`GET ${CSV} HTTP/1.1\r\n${HOST}\r\n${LAST}`])
    expect(await ask()).toContain('area,name')
    sites.set(new Map())
    expect(await ask()).not.toContain('area,name')
    sites.set(all)
  })

  it('lets its connections go when the server closes', async () => {
    const other = await startPublicSites()
    const socket = connect(other.frontPort, '127.0.0.1')
    const closed = new Promise((resolve) => socket.on('close', resolve))
    socket.write(`GET ${CSV} HTTP/1.1\r\n${HOST}\r\n`)
    await new Promise((resolve) => socket.once('data', resolve))
    await other.close()
    await closed
  })
})
