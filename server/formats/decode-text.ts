import iconv from 'iconv-lite'
import { invalidField } from '../engine/errors.ts'
import { ENCODED_TWICE, textsDecodedTwice } from './encoded-twice.ts'
import type { SourceRow } from './source-row.ts'
import { TABLE_MESSAGES } from './messages/table.ts'

/** What a decoder leaves where the bytes mean nothing in the encoding. */
export const UNDECODABLE = '\ufffd'
/** What a lost character, a NUL or half of a surrogate pair looks like: no database keeps those as text. */
const UNREADABLE = new RegExp(`${UNDECODABLE}|\\0|\\p{Surrogate}`, 'u')

/** What is wrong with a text that came decoded already; null when it can be kept. */
export function unreadableFault(text: string): SourceRow['fault'] {
  return UNREADABLE.test(text)
    ? { reason: 'undecodable', detail: 'holds characters that cannot be kept' }
    : null
}

/**
 * The text of a file. A byte-order mark at the beginning is dropped. Bytes that the encoding does not know become
 * `UNDECODABLE`, and the row that holds one is rejected by that name.
 *
 * @param encoding a name that iconv knows: utf-8, latin1, windows-1252, cp949, utf-16le, …; or `ENCODED_TWICE`
 * @throws DomainError `invalid-mapping` for an unknown encoding
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  if (encoding === ENCODED_TWICE) {
    yield* textsDecodedTwice(decodeText(chunks, 'utf-8'))
    return
  }
  const decoder = createDecoder(encoding)
  for await (const chunk of chunks) {
    const text = decoder.write(chunk)
    if (text !== '') yield text
  }
  const last = decoder.end()
  if (last !== '') yield last
}

/** True when the encoding is one that `decodeText` reads. */
export function isKnownEncoding(encoding: string): boolean {
  return iconv.encodingExists(encoding)
}

interface Decoder {
  write(chunk: Uint8Array): string
  end(): string
}

function createDecoder(encoding: string): Decoder {
  if (/^utf-?8$/i.test(encoding)) {
    const decoder = new TextDecoder('utf-8')
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
  }
  if (!isKnownEncoding(encoding)) {
    const rule = TABLE_MESSAGES.encoding
    throw invalidField('invalid-mapping', { field: 'csv.encoding', value: encoding, rule })
  }
  const decoder = iconv.getDecoder(encoding)
  return {
    write: (chunk) => decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)),
    end: () => decoder.end() ?? '',
  }
}
