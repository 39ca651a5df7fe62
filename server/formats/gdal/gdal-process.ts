import { type ChildProcess, fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../engine/errors.ts'
import type { GdalChoice, GdalLayer, GdalReply, GdalRequest } from './gdal-messages.ts'

/** Of JavaScript alone: what WebAssembly may take is bounded by the module itself. */
const MAX_HEAP_MB = 256
/** Opening takes a second or two, of large workbooks half a minute. */
const MAX_OPEN_MS = 120_000
/** From one piece of the output to the next, while it is waited for. */
const MAX_WAIT_MS = 60_000
/** GeoJSON is several times as long as what it comes from; beyond this it is made to burst. */
const MAX_OUTPUT_BYTES = 2 ** 31

/** A process that reads one file with GDAL. */
export interface GdalProcess {
  readonly layers: readonly GdalLayer[]
  /** One layer as the text of a GeoJSON FeatureCollection, read once. @throws DomainError `invalid-file` or `too-large` */
  read(layer: number): AsyncGenerator<Uint8Array>
  close(): void
}

/**
 * Starts a process that reads a file with GDAL, and opens the file. A thread would not do: it could not change its folder,
 * nor take an open file, and what GDAL dies of would end the server. It gets the file, a pipe and no environment.
 *
 * @param fd of the file
 * @param what the file is called in refusals
 * @throws DomainError `invalid-file` when GDAL cannot open it, `too-large` when that takes too much time or memory
 */
export async function startGdal(fd: number, request: GdalRequest, what: string): Promise<GdalProcess> {
  const child = fork(fileURLToPath(new URL('./gdal-bootstrap.mjs', import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
    stdio: ['ignore', 'pipe', 'ignore', fd, 'ipc'],
    serialization: 'advanced',
  })
  // Told nobody, it would end this process; whoever waits hears of it as well.
  child.on('error', () => {})
  const close = () => void child.kill('SIGKILL')
  const timer = setTimeout(close, MAX_OPEN_MS)
  try {
    const reply = await replyTo(child, request)
    if (reply.kind === 'refused') throw unreadable(what, reply.why)
    if (reply.kind !== 'layers') throw new Error('The layers come first.')
    return { layers: reply.layers, read: (layer) => outputOf(child, { layer }, what), close }
  } catch (error) {
    close()
    throw error
  } finally {
    clearTimeout(timer)
  }
}

async function* outputOf(child: ChildProcess, choice: GdalChoice, what: string): AsyncGenerator<Uint8Array> {
  const ended = replyTo(child, choice)
  let bytes = 0
  for await (const piece of withTimeout(child)) {
    bytes += piece.length
    if (bytes > MAX_OUTPUT_BYTES) throw tooMuch(what, 'it comes to more than 2 GB as text')
    yield piece
  }
  const reply = await ended
  if (reply.kind === 'refused') throw unreadable(what, reply.why)
}

/** What the child writes, until it has ended; it is ended when it lets one wait too long. */
async function* withTimeout(child: ChildProcess): AsyncGenerator<Uint8Array> {
  const pieces = (child.stdout as Readable)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  for (;;) {
    const timer = setTimeout(() => child.kill('SIGKILL'), MAX_WAIT_MS)
    const next = await pieces.next().finally(() => clearTimeout(timer))
    if (next.done === true) return
    yield next.value
  }
}

function replyTo(child: ChildProcess, message: GdalRequest | GdalChoice): Promise<GdalReply> {
  return new Promise((resolve) => {
    const giveUp = () => settle({ kind: 'refused', why: 'reading it took too much time or memory' })
    function settle(reply: GdalReply) {
      child.off('message', settle)
      child.off('disconnect', giveUp)
      child.off('error', giveUp)
      resolve(reply)
    }
    child.once('message', settle)
    child.once('disconnect', giveUp)
    child.once('error', giveUp)
    child.send(message, (error) => {
      if (error !== null) giveUp()
    })
  })
}

function unreadable(what: string, why: string): DomainError {
  return new DomainError('invalid-file', `The ${what} cannot be read: ${why}.`)
}

function tooMuch(what: string, why: string): DomainError {
  return new DomainError('too-large', `The ${what} cannot be read: ${why}.`)
}
