import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DomainError } from '../engine/errors.ts'
import { FILE_MESSAGES } from './messages/file.ts'

const MAX_BYTES = 2 ** 30
const CHUNK_BYTES = 2 ** 16

/** A file on the disk that has no name any more: it goes when it is closed, or with the process. */
export interface Spooled {
  readonly fd: number
  readonly byteLength: number
  /** The bytes from the beginning, as often as they are asked for. */
  bytes(): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** Puts bytes where they can be read from any place on. @throws DomainError `too-large` beyond 1 GB, `disk-full` */
export async function spool(chunks: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const file = await openNameless()
  try {
    let byteLength = 0
    for await (const chunk of chunks) {
      byteLength += chunk.length
      if (byteLength > MAX_BYTES) throw new DomainError('too-large', FILE_MESSAGES.spoolLimit)
      await file.writeFile(chunk)
    }
    return { fd: file.fd, byteLength, bytes: () => readAll(file), close: () => file.close() }
  } catch (error) {
    await file.close()
    throw isDiskFull(error) ? new DomainError('disk-full', FILE_MESSAGES.noRoom, { cause: error }) : error
  }
}

async function* readAll(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC'
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), 'lagesbild-file-'))
  try {
    return await open(join(folder, 'spooled'), 'wx+', 0o600)
  } finally {
    await rm(folder, { recursive: true })
  }
}
