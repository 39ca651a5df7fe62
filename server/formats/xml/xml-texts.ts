import { DomainError } from '../../engine/errors.ts'
import { decodeText, isKnownEncoding } from '../decode-text.ts'
import { unicodeByBytes } from '../sniff/sniff-encoding.ts'
import { takeHead } from '../take-head.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import type { Texts } from '../../engine/texts.ts'

const HEAD_BYTES = 256
const DECLARED = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/

/** XML as text, in the encoding that its bytes or its declaration tell. @throws DomainError `invalid-file` for an unknown one */
export async function* xmlTexts(chunks: AsyncIterable<Uint8Array>, what: Texts): AsyncGenerator<string> {
  const { head, all } = await takeHead(chunks, HEAD_BYTES)
  const beginning = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString(
    'latin1',
    0,
    HEAD_BYTES,
  )
  const encoding = unicodeByBytes(head) ?? DECLARED.exec(beginning)?.[1] ?? 'utf-8'
  if (!isKnownEncoding(encoding))
    throw new DomainError('invalid-file', GEOGRAPHIC_MESSAGES.unknownEncoding(what, encoding))
  yield* decodeText(all, encoding)
}
