import iconv from 'iconv-lite'
import { ENCODED_TWICE } from './encoded-twice.ts'
import { guessDelimiter } from './csv/guess-delimiter.ts'
import { createEncodingTally } from './csv/guess-encoding.ts'

/** How the text of a file is cut and decoded. */
export interface TextForm {
  readonly delimiter: string
  readonly encoding: string
  /** True when a JSON file that says of itself that it is a part of more is taken all the same. */
  readonly allowPartial?: boolean
}

const HEAD_BYTES = 65_536
/** Even, so that UTF-16 is not cut in two within a character of a file of even length. */
const TAIL_BYTES = 16_384

/** A guess of a CSV file's encoding and delimiter from its first bytes. */
export function guessTextForm(head: Uint8Array): TextForm {
  const tally = createEncodingTally()
  tally.add(head)
  return formOf(head, tally.result())
}

/**
 * The same from all of a file: the encoding by every byte, for the first letter with dots may come late, and the delimiter by its
 * end as well, for a long preamble may stand before the rows.
 */
export async function guessTextFormOfFile(chunks: AsyncIterable<Uint8Array>): Promise<TextForm> {
  const tally = createEncodingTally()
  const head: Uint8Array[] = []
  let tail: Buffer = Buffer.alloc(0)
  let length = 0
  for await (const chunk of chunks) {
    tally.add(chunk)
    if (length < HEAD_BYTES) head.push(chunk)
    tail = Buffer.concat([tail, chunk.subarray(-TAIL_BYTES)]).subarray(-TAIL_BYTES)
    length += chunk.length
  }
  return formOf(Buffer.concat(head), tally.result(), length > HEAD_BYTES ? tail : undefined)
}

function formOf(head: Uint8Array, encoding: string, tail: Buffer = Buffer.alloc(0)): TextForm {
  const buffer = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES))
  const known = encoding === ENCODED_TWICE ? 'utf-8' : encoding
  return { encoding, delimiter: guessDelimiter(iconv.decode(buffer, known), iconv.decode(tail, known)) }
}
