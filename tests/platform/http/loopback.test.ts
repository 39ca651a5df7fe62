import { createServer, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isFromLoopback } from '../../../server/platform/http/loopback.ts'

const server = createServer((request, response) => {
  response.end(isFromLoopback(request) ? 'here' : 'elsewhere')
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => server.close())

/** Where a request seems to come from that is written like this on a connection from 127.0.0.1. */
function judged(version: string, headers: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('end', () => resolve(/(here|elsewhere)/.exec(answer)?.[0] ?? answer))
    socket.on('error', reject)
    socket.write([`GET / HTTP/${version}`, ...headers, 'Connection: close', '', ''].join('\r\n'))
  })
}

describe('a connection from this machine', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])(
    'is somebody here when %s is asked for',
    async (host) => {
      expect(await judged('1.1', [`Host: ${host}`])).toBe('here')
    },
  )

  it.each([
    'X-Forwarded-For: 203.0.113.7',
    'X-Forwarded-For:',
    'Forwarded: for=203.0.113.7',
    'X-Real-IP: 203.0.113.7',
    'X-Forwarded-Proto: https',
    'X-Forwarded-Host: lagesbild.example',
    'CF-Connecting-IP: 203.0.113.7',
    'Via: 1.1 proxy',
  ])('is a proxy that says %s', async (header) => {
    expect(await judged('1.1', ['Host: localhost', header])).toBe('elsewhere')
  })

  it('is a proxy when it asks for a name that people elsewhere use', async () => {
    expect(await judged('1.1', ['Host: lagesbild.example'])).toBe('elsewhere')
    expect(await judged('1.1', ['Host: 203.0.113.5'])).toBe('elsewhere')
  })

  it('is a proxy when it speaks HTTP/1.0, as nginx does by default and says nothing of its caller', async () => {
    expect(await judged('1.0', ['Host: 127.0.0.1:3000'])).toBe('elsewhere')
  })

  it('is nobody’s that is not one', () => {
    const from = (remoteAddress: string) =>
      isFromLoopback({
        socket: { remoteAddress },
        httpVersion: '1.1',
        headers: { host: 'localhost' },
      } as unknown as IncomingMessage)
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].map(from)).toEqual([true, true, true])
    expect(['10.0.0.1', '::ffff:10.0.0.1', '', 'fe80::1'].map(from)).toEqual([false, false, false, false])
  })
})
