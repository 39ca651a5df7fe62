import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const CONNECTIONS = 300
/** Less than the test's limit, so that a hang gets its own message. */
const WAIT_TIMEOUT_MS = 60_000
const STARTS = [
  'GET /api/layers HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /public/index.json HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /tiles/areas/12/2250/1204.mvt HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
  'POST /api/check HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  'GET http://elsewhere/ HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n',
  'GET /public/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
]

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Sends bytes, ends its side, and resolves with what came back once the server has closed its own. */
function exchange(pieces: readonly Uint8Array[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
    const late = setTimeout(
      () => reject(new Error('The server neither answered nor closed.')),
      WAIT_TIMEOUT_MS,
    )
    let received = ''
    socket.on('data', (chunk) => (received += chunk.toString('latin1')))
    // A server that has heard enough may reset the connection while more is still being sent.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(late)
      resolve(received)
    })
    for (const piece of pieces) socket.write(piece)
    socket.end()
  })
}

/** A request with some of its bytes changed, doubled or lost, cut into pieces. */
const corrupted = fc
  .tuple(
    fc.constantFrom(...STARTS),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 0, max: 255 }), fc.nat(3)),
      { maxLength: 6 },
    ),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([start, changes, parts]) => {
    const bytes = [...Buffer.from(start, 'latin1')]
    for (const [where, byte, kind] of changes) {
      const at = Math.floor(where * bytes.length)
      if (kind === 0) bytes.splice(at, 1)
      else if (kind === 1) bytes.splice(at, 0, byte)
      else if (kind === 2) bytes[at] = byte
      else bytes.splice(at, 0, ...bytes.slice(at, at + 20))
    }
    return inParts(Uint8Array.from(bytes), parts)
  })
const noise = fc.uint8Array({ minLength: 1, maxLength: 400 }).map((bytes) => [bytes])

function inParts(bytes: Uint8Array, parts: number): readonly Uint8Array[] {
  const size = Math.max(1, Math.ceil(bytes.length / parts))
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) =>
    bytes.subarray(n * size, (n + 1) * size),
  )
}

describe('malformed bytes on a connection', () => {
  it('get an HTTP response or none, never a 500, and affect no other connection', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof({ weight: 5, arbitrary: corrupted }, { weight: 1, arbitrary: noise }),
        async (pieces) => {
          const response = await exchange(pieces)
          if (response !== '') expect(response).toMatch(/^HTTP\/1\.1 [1-4]\d\d /)
        },
      ),
      { numRuns: CONNECTIONS, seed: 7 },
    )
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  }, 120_000)
})
