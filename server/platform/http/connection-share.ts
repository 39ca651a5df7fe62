import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { ipKeyGenerator } from 'express-rate-limit'

interface Share {
  /** Connections that one network may hold at a time. */
  readonly mostOfOne: number
  /** Addresses that speak for many, and are not counted. */
  readonly speaksForMany: (address: string) => boolean
}

type Accept = (socket: Socket) => void

/**
 * Closes at once what one network (an address of IPv4, a /56 of IPv6) opens beyond its share, so that nobody alone keeps
 * everybody else out by holding every connection, silent or not.
 */
export function shareConnections(server: Server, { mostOfOne, speaksForMany }: Share): void {
  const accepts = server.listeners('connection').map((listener) => listener.bind(server) as Accept)
  const held = new Map<string, number>()

  /** False when there is none left. */
  function take(socket: Socket, network: string): boolean {
    const before = held.get(network) ?? 0
    if (before >= mostOfOne) return false
    held.set(network, before + 1)
    socket.once('close', () => {
      const left = held.get(network)! - 1
      if (left === 0) held.delete(network)
      else held.set(network, left)
    })
    return true
  }

  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress
    if (address === undefined) return void socket.destroy()
    if (!speaksForMany(address) && !take(socket, ipKeyGenerator(address))) return void socket.destroy()
    for (const accept of accepts) accept(socket)
  })
}
