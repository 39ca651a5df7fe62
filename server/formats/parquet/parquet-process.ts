import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../engine/errors.ts'
import { replyOf } from '../reply-of.ts'
import type { ParquetReply, ParquetRequest } from './parquet-messages.ts'
import { PARQUET_MESSAGES } from '../messages/table.ts'
import type { Texts } from '../../engine/texts.ts'

/** A row group of a table with long texts takes a few hundred. */
const MAX_HEAP_MB = 1024
/** A row group takes a second or two to read and decode. */
const MAX_WAIT_MS = 60_000

/** A process that reads one file, part by part as it is asked. */
export interface ParquetProcess {
  /** @throws DomainError `invalid-file` or `too-large` */
  next(): Promise<Exclude<ParquetReply, { kind: 'refused' }>>
  close(): void
}

/**
 * Starts the process that decodes a file. A thread would not do: a file of 200 bytes can have V8 give up, and the whole
 * process with it. It gets the file and no environment, for there are secrets in it.
 *
 * @param fd of the file
 */
export function startParquetProcess(fd: number, request: ParquetRequest): ParquetProcess {
  const child = fork(fileURLToPath(new URL('./parquet-bootstrap.mjs', import.meta.url)), {
    env: {},
    execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
    stdio: ['ignore', 'ignore', 'ignore', fd, 'ipc'],
    serialization: 'advanced',
  })
  // Told nobody, it would end this process; whoever waits hears of it as well.
  child.on('error', () => {})
  return {
    async next() {
      const reply = await partOf(child, request)
      if (reply.kind === 'refused') throw new DomainError(reply.code, reply.texts)
      return reply
    },
    close: () => void child.kill('SIGKILL'),
  }
}

async function partOf(child: ChildProcess, request: ParquetRequest): Promise<ParquetReply> {
  let why: Texts = PARQUET_MESSAGES.muchMemory
  const timer = setTimeout(() => {
    why = PARQUET_MESSAGES.muchTime(MAX_WAIT_MS / 1000)
    child.kill('SIGKILL')
  }, MAX_WAIT_MS)
  const lost = (): ParquetReply => ({
    kind: 'refused',
    code: 'too-large',
    texts: PARQUET_MESSAGES.unreadable(why),
  })
  return await replyOf(child, request, lost).finally(() => clearTimeout(timer))
}
