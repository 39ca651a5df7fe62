import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../engine/errors.ts'
import { takeHead } from './take-head.ts'
import { FILE_MESSAGES } from './messages/file.ts'

const GZIP_MAGIC = [0x1f, 0x8b] as const
/** Text of incidents packs to a tenth or so, never to a thousandth: what does is made to burst. */
const MAX_EXPANSION = 200
/** What a small file may grow to in any case, bytes. */
const GROWTH_FREE_BYTES = 16 * 1024 * 1024

/**
 * The bytes of a file, unpacked when they are gzip, whatever the file is called.
 *
 * @param onBytes told how many bytes of the file itself were read
 * @throws DomainError `invalid-file` when the file is empty, or the packed data is damaged, cut off or grows to more than 200 times
 *   its size
 */
export async function* unpack(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let packedBytes = 0
  const counted = count(chunks, (bytes) => {
    packedBytes += bytes
    onBytes(bytes)
  })
  const { head, all } = await takeHead(counted, GZIP_MAGIC.length)
  if (head.length === 0) throw new DomainError('invalid-file', FILE_MESSAGES.empty)
  if (!GZIP_MAGIC.every((byte, index) => head[index] === byte)) {
    yield* all
    return
  }
  const gunzip = createGunzip()
  pipeline(Readable.from(all), gunzip, () => {})
  try {
    let unpackedBytes = 0
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpackedBytes += chunk.length
      if (unpackedBytes > GROWTH_FREE_BYTES + MAX_EXPANSION * packedBytes) throw bursting()
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new DomainError('invalid-file', FILE_MESSAGES.damagedPack, { cause })
    }
    throw cause
  }
}

/** The same chunks without the empty ones. */
async function* count(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    if (chunk.length > 0) yield chunk
  }
}

function bursting(): DomainError {
  return new DomainError('invalid-file', FILE_MESSAGES.growing(MAX_EXPANSION))
}
