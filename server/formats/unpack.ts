import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { DomainError } from '../engine/errors.ts'

const GZIP_MAGIC = [0x1f, 0x8b] as const
/** Of a ZIP archive, and so of the workbooks of Excel and LibreOffice. */
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04] as const
const LONGEST_MAGIC = ZIP_MAGIC.length
/** Text of incidents packs to a tenth or so, never to a thousandth: what does is made to burst. */
const MOST_GROWTH = 200
/** What a small file may grow to in any case, bytes. */
const GROWTH_FREE_BYTES = 16 * 1024 * 1024

/**
 * The bytes of a file, unpacked when they are gzip, whatever the file is called.
 *
 * @param onBytes told how many bytes of the file itself were read
 * @throws DomainError `invalid-file` when the file is empty or a workbook, or the packed data is damaged, cut off or grows to more
 *   than 200 times its size
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
  const first = await counted.next()
  if (first.done === true) throw new DomainError('invalid-file', 'The file is empty.')
  if (beginsWith(first.value, ZIP_MAGIC)) throw workbook()
  const whole = prepend(first.value, counted)
  if (!beginsWith(first.value, GZIP_MAGIC)) {
    yield* whole
    return
  }
  const gunzip = createGunzip()
  pipeline(Readable.from(whole), gunzip, () => {})
  try {
    let unpackedBytes = 0
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      unpackedBytes += chunk.length
      if (unpackedBytes > GROWTH_FREE_BYTES + MOST_GROWTH * packedBytes) throw bursting()
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_')) {
      throw new DomainError('invalid-file', 'The packed file is damaged or cut off.', { cause })
    }
    throw cause
  }
}

/** The same chunks without the empty ones, at least as many bytes in the first as tell its kind, when the file has them. */
async function* count(chunks: AsyncIterable<Uint8Array>, onBytes: (bytes: number) => void) {
  let held: Uint8Array | null = null
  for await (const chunk of chunks) {
    onBytes(chunk.length)
    const joined: Uint8Array = held === null ? chunk : Buffer.concat([held, chunk])
    held = joined.length < LONGEST_MAGIC ? joined : null
    if (held === null) yield joined
  }
  if (held !== null && held.length > 0) yield held
}

async function* prepend(first: Uint8Array, rest: AsyncIterable<Uint8Array>) {
  yield first
  yield* rest
}

function beginsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

function workbook(): DomainError {
  return new DomainError(
    'invalid-file',
    'The file is a workbook (Excel, LibreOffice) or another ZIP archive: save its sheet as CSV, or unpack it.',
  )
}

function bursting(): DomainError {
  return new DomainError(
    'invalid-file',
    `The packed file grows to more than ${MOST_GROWTH} times its size: unpack it before sending it.`,
  )
}
