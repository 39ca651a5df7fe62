import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPublicSites } from '../../../support/serving/public-site.ts'
import { comparable, raw } from '../../../support/serving/raw-http.ts'

let sites: Awaited<ReturnType<typeof startPublicSites>>
beforeAll(async () => {
  sites = await startPublicSites()
})
afterAll(() => sites.close())

/** Ends a row of requests, so that the server closes. */
const LAST = 'GET /last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n'

const both = (pieces: readonly string[]) =>
  Promise.all([raw(sites.frontPort, pieces), raw(sites.plainPort, pieces)])

describe('the front at the socket, against node alone', () => {
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
      fc.asyncProperty(rows(WELL_FORMED), async (pieces) => {
        const [front, plain] = await both(pieces)
        expect(comparable(front)).toBe(comparable(plain))
      }),
      { numRuns: 150 },
    )
  })

  it('answers nothing that node would not when some of them are broken', async () => {
    await fc.assert(
      fc.asyncProperty(rows([...WELL_FORMED, ...BROKEN]), async (pieces) => {
        const answers = await both(pieces)
        // Answers before a broken request may or may not be on their way when node hangs up: one row begins the other.
        const [shorter, longer] = answers.map(comparable).toSorted((a, b) => a.length - b.length)
        expect(longer!.startsWith(shorter!)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})
