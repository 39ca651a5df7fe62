import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shareConnections } from '../../../server/platform/http/connection-share.ts'
import { createHttpServer } from '../../../server/composition/http-server.ts'

const SHARE = 3

let server: Server
let sockets: Socket[]
beforeEach(() => {
  sockets = []
  server = createServer((_request, response) => response.end('here'))
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
})

async function listening(speaksForMany: (address: string) => boolean) {
  shareConnections(server, { mostOfOne: SHARE, speaksForMany })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return async (localAddress: string) => {
    const socket = connect({ host: '127.0.0.1', port, localAddress }).on('error', () => {})
    sockets.push(socket)
    await once(socket, 'connect')
    return socket
  }
}

/** What a connection is answered; empty when it is closed instead. */
async function answerOn(socket: Socket): Promise<string> {
  const outcome = Promise.race([once(socket, 'data').then(String), once(socket, 'close').then(() => '')])
  if (!socket.destroyed) socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
  return (await outcome).slice(0, 15)
}

/** Whether the server closes a connection from an address at once. */
function isClosed(remoteAddress: string): boolean {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress })
  sockets.push(socket)
  server.emit('connection', socket)
  return socket.destroyed
}

const ANSWER = 'HTTP/1.1 200 OK'

describe('connections', () => {
  it('beyond a network’s share are closed at once, silent ones and those that were served alike', async () => {
    const open = await listening(() => false)
    const [served] = [await open('127.0.0.7'), await open('127.0.0.7'), await open('127.0.0.7')]
    expect(await answerOn(served)).toBe(ANSWER)
    for (let more = 0; more < 3; more++) expect(await answerOn(await open('127.0.0.7'))).toBe('')
    expect(await answerOn(await open('127.0.0.8'))).toBe(ANSWER)
  })

  it('are given a place again by each that ends', async () => {
    const open = await listening(() => false)
    for (let turn = 0; turn < 2 * SHARE; turn++) {
      const socket = await open('127.0.0.7')
      expect(await answerOn(socket)).toBe(ANSWER)
      if (turn < SHARE - 1) continue
      socket.end()
      await once(socket, 'close')
    }
  })

  it('of an address that speaks for many are not counted', async () => {
    const open = await listening((address) => address === '127.0.0.7')
    for (let held = 0; held < 2 * SHARE; held++) expect(await answerOn(await open('127.0.0.7'))).toBe(ANSWER)
  })

  it.each([
    ['an address of IPv4, however it is written', '192.0.2.1', '::ffff:192.0.2.1', '::ffff:192.0.2.2'],
    ['a /56 of IPv6', '2001:db8::1', '2001:db8:0:ff::2', '2001:db8:0:100::1'],
  ])('are counted by %s', (_, address, sameNetwork, another) => {
    shareConnections(server, { mostOfOne: SHARE, speaksForMany: () => false })
    for (let held = 0; held < SHARE; held++) expect(isClosed(address)).toBe(false)
    expect(isClosed(sameNetwork)).toBe(true)
    expect(isClosed(another)).toBe(false)
  })

  it('are 512 of one network at most where the product listens, but of a proxy that it believes', () => {
    server = createHttpServer({
      app() {},
      tilePath: null,
      isOurHost: () => true,
      onTile() {},
      hasTime: () => true,
      trustedProxies: ['192.0.2.2'],
    })
    const open = (address: string) => Array.from({ length: 600 }, () => isClosed(address)).indexOf(true)
    expect([open('192.0.2.1'), open('192.0.2.2')]).toEqual([512, -1])
  })
})
