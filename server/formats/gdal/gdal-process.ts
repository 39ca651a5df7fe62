import { type ChildProcess, fork } from 'node:child_process'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../engine/errors.ts'
import type { FileLayer } from '../file-layer.ts'
import { replyOf } from '../reply-of.ts'
import type { GdalChoice, GdalReply, GdalRequest } from './gdal-messages.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import type { Texts } from '../../engine/texts.ts'

/** Of JavaScript alone: what WebAssembly may take is bounded by the module itself. */
const MAX_HEAP_MB = 256
/** What reading a file may take. */
export interface GdalLimits {
  /** Opening takes a second or two. */
  readonly openMs: number
  /** From one piece of the output to the next, while it is waited for. */
  readonly waitMs: number
  /** Resident, of the whole process. */
  readonly memoryMb: number
}
const LIMITS: GdalLimits = { openMs: 120_000, waitMs: 60_000, memoryMb: 600 }
/** GeoJSON is several times as long as what it comes from; beyond this it is made to burst. */
const MAX_OUTPUT_BYTES = 2 ** 31

/** A process that reads one file with GDAL. */
export interface GdalProcess {
  readonly layers: readonly FileLayer[]
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
export async function startGdal(
  fd: number,
  request: GdalRequest,
  what: Texts,
  limits: GdalLimits = LIMITS,
): Promise<GdalProcess> {
  const child = fork(
    fileURLToPath(new URL('./gdal-bootstrap.mjs', import.meta.url)),
    [String(limits.memoryMb)],
    {
      env: {},
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
      stdio: ['ignore', 'pipe', 'ignore', fd, 'ipc'],
      serialization: 'advanced',
    },
  )
  // Told nobody, it would end this process; whoever waits hears of it as well.
  child.on('error', () => {})
  const reader = { child, what, limits, late: false }
  const close = () => void child.kill('SIGKILL')
  const stop = timer(reader, limits.openMs)
  try {
    const reply = await replyTo(reader, request)
    if (reply.kind === 'refused') throw unreadable(what, reply.why)
    if (reply.kind !== 'layers') throw new Error('The layers come first.')
    return { layers: reply.layers, read: (layer) => outputOf(reader, { layer }), close }
  } catch (error) {
    close()
    throw error
  } finally {
    stop()
  }
}

interface Reader {
  readonly child: ChildProcess
  readonly what: Texts
  readonly limits: GdalLimits
  /** True once it was ended for the time that it took. */
  late: boolean
}

/** Ends the process when the time is over. @returns what stops the clock */
function timer(reader: Reader, ms: number): () => void {
  const running = setTimeout(() => {
    reader.late = true
    reader.child.kill('SIGKILL')
  }, ms)
  return () => clearTimeout(running)
}

async function* outputOf(reader: Reader, choice: GdalChoice): AsyncGenerator<Uint8Array> {
  const { what } = reader
  const ended = replyTo(reader, choice)
  let bytes = 0
  for await (const piece of withTimeout(reader)) {
    bytes += piece.length
    if (bytes > MAX_OUTPUT_BYTES) throw tooMuch(what, GEOGRAPHIC_MESSAGES.muchText)
    yield piece
  }
  const reply = await ended
  if (reply.kind === 'refused') throw unreadable(what, reply.why)
}

/** What the child writes, until it has ended; it is ended when it lets one wait too long. */
async function* withTimeout(reader: Reader): AsyncGenerator<Uint8Array> {
  const pieces = (reader.child.stdout as Readable)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  for (;;) {
    const next = await pieces.next().finally(timer(reader, reader.limits.waitMs))
    if (next.done === true) return
    yield next.value
  }
}

function replyTo(reader: Reader, message: GdalRequest | GdalChoice): Promise<GdalReply> {
  return replyOf<GdalReply>(reader.child, message, () => ({ kind: 'refused', why: whyEnded(reader) }))
}

/** What a process that has ended without a word died of. */
function whyEnded({ late, limits }: Reader): Texts {
  return late ? GEOGRAPHIC_MESSAGES.muchTime : GEOGRAPHIC_MESSAGES.muchMemory(limits.memoryMb)
}

function unreadable(what: Texts, why: Texts): DomainError {
  return new DomainError('invalid-file', GEOGRAPHIC_MESSAGES.unreadable(what, why))
}

function tooMuch(what: Texts, why: Texts): DomainError {
  return new DomainError('too-large', GEOGRAPHIC_MESSAGES.unreadable(what, why))
}
