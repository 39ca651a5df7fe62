import { connect, type Socket } from 'node:net'

/** A request as it goes over the wire; `key` marks what must be found again when it was accepted. */
export interface LoadRequest {
  readonly bytes: Buffer
  readonly key?: string
}

export interface LoadResult {
  /** Milliseconds of each accepted (2xx) request, in order of arrival. */
  readonly accepted: readonly number[]
  readonly acceptedKeys: readonly string[]
  /** Responses by status. */
  readonly statuses: ReadonlyMap<number, number>
  /** Requests that no connection was free for when they were due. */
  readonly unsent: number
  readonly seconds: number
}

interface Options {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  /** Requests a second that are due; Infinity = each connection sends the next request after its response. */
  readonly rate: number
  readonly next: (count: number) => LoadRequest
}

interface Wire {
  readonly socket: Socket
  sentAt: number | null
  key: string | undefined
  received: Buffer
}

const TICK_MS = 2

/**
 * Sends requests at a steady rate, whatever becomes of the earlier ones, over kept-alive connections that each carry one
 * at a time. Bounded: it stops by itself after `seconds`, and takes no answers later than five seconds after.
 */
export async function openLoop({ port, connections, seconds, rate, next }: Options): Promise<LoadResult> {
  const accepted: number[] = []
  const acceptedKeys: string[] = []
  const statuses = new Map<number, number>()
  const idle: Wire[] = []
  let count = 0
  let unsent = 0
  let under = 0

  const send = (wire: Wire) => {
    const { bytes, key } = next(count++)
    wire.sentAt = performance.now()
    wire.key = key
    under++
    wire.socket.write(bytes)
  }
  const onResponse = (wire: Wire, status: number) => {
    const tookMs = performance.now() - wire.sentAt!
    wire.sentAt = null
    under--
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (status >= 200 && status < 300) {
      accepted.push(tookMs)
      if (wire.key !== undefined) acceptedKeys.push(wire.key)
    }
    idle.push(wire)
  }
  const wires = await Promise.all(Array.from({ length: connections }, () => open(port, onResponse)))
  idle.push(...wires)

  const began = performance.now()
  let due = 0
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const elapsed = (performance.now() - began) / 1000
      if (elapsed >= seconds) {
        clearInterval(timer)
        return resolve()
      }
      if (rate === Number.POSITIVE_INFINITY) {
        for (const wire of idle.splice(0)) send(wire)
        return
      }
      for (; due < elapsed * rate; due++) {
        const wire = idle.shift()
        if (wire === undefined) unsent++
        else send(wire)
      }
    }, TICK_MS)
  })
  const measured = (performance.now() - began) / 1000
  await until(() => under === 0, 5000)
  for (const { socket } of wires) socket.destroy()
  return { accepted, acceptedKeys, statuses, unsent, seconds: measured }
}

function open(port: number, onResponse: (wire: Wire, status: number) => void): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    const wire: Wire = { socket, sentAt: null, key: undefined, received: Buffer.alloc(0) }
    socket.setNoDelay(true)
    socket.once('connect', () => resolve(wire))
    socket.on('error', reject)
    socket.on('data', (chunk) => {
      wire.received = wire.received.length === 0 ? chunk : Buffer.concat([wire.received, chunk])
      const status = takeResponse(wire)
      if (status !== null) onResponse(wire, status)
    })
  })
}

/** Removes a complete response and gives its status; null while it is incomplete. */
function takeResponse(wire: Wire): number | null {
  const end = wire.received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = wire.received.toString('latin1', 0, end)
  const status = Number(head.slice(9, 12))
  const length = status === 204 || status === 304 ? 0 : Number(/\ncontent-length: (\d+)/i.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error(`An answer without a length:\n${head}`)
  if (wire.received.length < end + 4 + length) return null
  wire.received = wire.received.subarray(end + 4 + length)
  return status
}

function until(done: () => boolean, maxMs: number): Promise<void> {
  const began = performance.now()
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (!done() && performance.now() - began < maxMs) return
      clearInterval(timer)
      resolve()
    }, TICK_MS)
  })
}
