import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { DomainError } from '../../engine/errors.ts'
import type { ParquetReply, ParquetRequest } from './parquet-messages.ts'

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
      const reply = await replyOf(child, request)
      if (reply.kind === 'refused') throw new DomainError(reply.code, reply.message)
      return reply
    },
    close: () => void child.kill('SIGKILL'),
  }
}

function replyOf(child: ChildProcess, request: ParquetRequest): Promise<ParquetReply> {
  return new Promise((resolve) => {
    const giveUp = (why: string) => () =>
      settle({ kind: 'refused', code: 'too-large', message: `The Parquet file cannot be read: ${why}.` })
    const onEnd = giveUp('decoding it took too much memory')
    const timer = setTimeout(giveUp(`a part of it took longer than ${MAX_WAIT_MS / 1000} s`), MAX_WAIT_MS)
    function settle(reply: ParquetReply) {
      clearTimeout(timer)
      child.off('message', settle)
      child.off('exit', onEnd)
      child.off('error', onEnd)
      resolve(reply)
    }
    child.once('message', settle)
    child.once('exit', onEnd)
    child.once('error', onEnd)
    child.send(request, (error) => {
      if (error !== null) onEnd()
    })
  })
}
