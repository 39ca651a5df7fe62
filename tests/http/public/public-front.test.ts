import { connect } from 'node:net'
import { Agent, request } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublicSites } from '../../support/public-site.ts'

let sites: Awaited<ReturnType<typeof startPublicSites>>
beforeAll(async () => {
  sites = await startPublicSites()
})
afterAll(() => sites.close())

const CSV = '/public/releases/2025/areas.csv'
const HOST = 'Host: localhost\r\n'

/** Sends raw bytes, in pieces, and gives back all that comes until the server ends the connection. */
function raw(port: number, pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(Buffer.concat(chunks).toString('latin1')) : reject(error),
    )
    const next = (at: number) => {
      if (at === pieces.length) return
      if (at === pieces.length - 1) return void socket.write(pieces[at]!, 'latin1')
      socket.write(pieces[at]!, 'latin1', () => setImmediate(() => next(at + 1)))
    }
    socket.on('connect', () => next(0))
  })
}

/**
 * What must be equal: everything but the second it was answered in, and the parting word after bytes that are no
 * request: node says it or not, by whether an earlier answer is still on its way.
 */
const comparable = (answers: string) =>
  answers
    .replace(/HTTP\/1\.1 400 Bad Request\r\n(Connection: close\r\n)?\r\n$/, '')
    .replace(/^Date: .*\r\n/gm, '')
    .split('\r\n')
    .filter((line) => !/^(Connection|Keep-Alive): /.test(line))
    .join('\r\n')

/** Ends a row of requests, so that the server closes. */
const LAST = `GET /last HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`

async function expectSame(pieces: readonly string[]): Promise<string> {
  const [front, plain] = await Promise.all([raw(sites.frontPort, pieces), raw(sites.plainPort, pieces)])
  expect(comparable(front)).toBe(comparable(plain))
  return front
}

describe('the front at the socket', () => {
  it('answers a plain request itself, with the bytes and headers that node would send', async () => {
    const before = sites.front.answered()
    const answer = await expectSame([`GET ${CSV} HTTP/1.1\r\n${HOST}Accept-Encoding: gzip, br\r\n\r\n`, LAST])
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\nDate: .* GMT\r\n/)
    expect(answer).not.toMatch(/set-cookie/i)
    expect(sites.front.answered()).toBe(before + 1)
  })

  it('answers requests that come in one go in their order, and goes on with node where they end being plain', async () => {
    const before = sites.front.answered()
    const row = ['areas.csv', 'figures.json', 'areas.csv', 'nothing.csv', 'areas.csv']
      .map((name) => `GET /public/releases/2025/${name} HTTP/1.1\r\n${HOST}\r\n`)
      .join('')
    const answer = await expectSame([row + LAST])
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(
      ['200', '200', '200', '404', '200', '200'].map((s) => `HTTP/1.1 ${s}`),
    )
    expect(sites.front.answered()).toBe(before + 3)
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
    const before = sites.front.answered()
    await expectSame([`GET ${CSV} HTTP/1.1\r\n${HOST}${header}\r\n${BODY}`, LAST])
    expect(sites.front.answered()).toBe(before)
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
    const before = sites.front.answered()
    await expectSame([request, LAST])
    expect(sites.front.answered()).toBe(before)
  })

  const WELL_FORMED = [
    'Accept-Encoding: gzip',
    'Accept-Encoding: br;q=0, gzip',
    'If-None-Match: *',
    'If-None-Match: "a", W/"b"',
    'Connection: keep-alive',
    'Connection: Keep-Alive, x',
    'User-Agent: Mozilla/5.0 (X11; Linux x86_64)',
    'Cookie: lagesbild=abc',
    'Range: bytes=0-1',
    'X-A:',
    'X-A:\tb ',
    'Content-Length: 0',
  ]
  const BROKEN = [
    'Content-Length: 3',
    'Content-Length: x',
    'Transfer-Encoding: chunked',
    'X-A: b\n',
    'X-A : b',
    ' folded',
    'Host: localhost',
    ':empty',
    '',
  ]
  /** Rows of requests with headers from a list, and the places where they are cut into pieces. */
  const rows = (headers: readonly string[]) => {
    const name = fc.constantFrom(
      'areas.csv',
      'figures.json',
      'areas.csv.gz',
      'tiles/8/140/75.mvt',
      'no',
      '../x',
      'areas.csv?q',
    )
    const method = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'OPTIONS')
    const one = fc
      .tuple(
        method,
        name,
        fc.uniqueArray(fc.constantFrom(...headers), { maxLength: 3, selector: (text) => text.split(':')[0] }),
      )
      .map(([verb, file, lines]) =>
        [`${verb} /public/releases/2025/${file} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n'),
      )
    return fc
      .tuple(fc.array(one, { minLength: 1, maxLength: 4 }), fc.array(fc.nat(), { maxLength: 3 }))
      .map(([requests, cuts]) => {
        const text = requests.join('') + LAST
        const at = [...new Set(cuts.map((cut) => cut % text.length))].toSorted((a, b) => a - b)
        return [0, ...at].map((from, k) => text.slice(from, at[k] ?? text.length))
      })
  }

  it('agrees with node on requests that are put together at random and cut at random', async () => {
    await fc.assert(
      fc.asyncProperty(rows(WELL_FORMED), async (pieces) => void (await expectSame(pieces))),
      { numRuns: 150 },
    )
  })

  it('answers nothing that node would not when some of them are broken', async () => {
    await fc.assert(
      fc.asyncProperty(rows([...WELL_FORMED, ...BROKEN]), async (pieces) => {
        const answers = await Promise.all([raw(sites.frontPort, pieces), raw(sites.plainPort, pieces)])
        // Answers before a broken request may or may not be on their way when node hangs up: one row begins the other.
        const [shorter, longer] = answers.map(comparable).toSorted((a, b) => a.length - b.length)
        expect(longer!.startsWith(shorter!)).toBe(true)
      }),
      { numRuns: 150 },
    )
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
