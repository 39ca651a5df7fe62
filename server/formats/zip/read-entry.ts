import { read } from 'node:fs'
import { promisify } from 'node:util'
import { Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { DomainError } from '../../engine/errors.ts'
import type { ZipEntry, ZipFile } from './zip-directory.ts'
import { ZIP_MESSAGES } from '../messages/file.ts'

const LOCAL_BYTES = 30
const CHUNK_BYTES = 2 ** 16
const STORED = 0
const DEFLATED = 8
const readAt = promisify(read)

/**
 * The bytes of a file within an archive, unpacked.
 *
 * @throws DomainError `invalid-file` where they are damaged, packed in a rare way, or more than the archive says
 */
export async function* readEntry(file: ZipFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const { method, unpackedBytes, name } = entry
  if (method !== STORED && method !== DEFLATED)
    throw new DomainError('invalid-file', ZIP_MESSAGES.packedOtherwise(name))
  const packed = packedBytes(file, entry)
  const bytes =
    method === STORED
      ? packed
      : (Readable.from(packed).compose(createInflateRaw()) as AsyncIterable<Uint8Array>)
  let length = 0
  try {
    for await (const chunk of bytes) {
      length += chunk.length
      if (length > unpackedBytes) throw damaged(name)
      yield chunk
    }
  } catch (cause) {
    throw cause instanceof DomainError ? cause : damaged(name, cause)
  }
}

async function* packedBytes(
  file: ZipFile,
  { at, packedBytes: length, name }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  const header = await bytesAt(file, at, LOCAL_BYTES, name)
  const from = at + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28)
  for (let done = 0; done < length; done += CHUNK_BYTES)
    yield await bytesAt(file, from + done, Math.min(CHUNK_BYTES, length - done), name)
}

async function bytesAt(
  { fd, byteLength }: ZipFile,
  at: number,
  length: number,
  name: string,
): Promise<Buffer> {
  if (at + length > byteLength) throw damaged(name)
  const bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await readAt(fd, bytes, done, length - done, at + done)
    if (bytesRead === 0) throw damaged(name)
    done += bytesRead
  }
  return bytes
}

function damaged(name: string, cause?: unknown): DomainError {
  return new DomainError('invalid-file', ZIP_MESSAGES.damagedEntry(name), { cause })
}
