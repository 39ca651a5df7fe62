import { sniffEncoding } from './sniff-encoding.ts'
import type { FileFormat } from './file-format.ts'
import { formatByMagic } from './magic-numbers.ts'
import { sniffText } from './sniff-text.ts'
import { isZip, sniffZip } from './sniff-zip.ts'

/** Bytes of a file that are enough to tell its kind, for nearly all. */
export const SNIFF_BYTES = 65_536
const TEXT_BYTES = 8192
const BINARY_SHARE = 0.05
const MIN_BINARY_BYTES = 4

/**
 * What a file is, by its bytes and never by its name.
 *
 * @param bytes of the file from its beginning: at least its first `SNIFF_BYTES` where it has them. A ZIP archive is known
 *   by the names that are in these bytes, so that more of them, or all, know more. What is packed by gzip is `gzip`.
 */
export function sniffFormat(bytes: Uint8Array): FileFormat {
  if (bytes.length === 0) return 'empty'
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = buffer.toString('latin1', 0, SNIFF_BYTES)
  if (isZip(head)) return sniffZip(buffer.toString('latin1'))
  const marked = formatByMagic(head)
  if (marked !== null) return marked
  const { encoding, text } = sniffEncoding(bytes.subarray(0, TEXT_BYTES))
  const format = sniffText(text)
  return format === 'text' && encoding === null && isBinary(head.slice(0, TEXT_BYTES)) ? 'binary' : format
}

/** Text has hardly any control characters; a stray NUL is a row's fault, not the file's. */
function isBinary(head: string): boolean {
  let controls = 0
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at)
    if (code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a) controls++
  }
  return controls >= MIN_BINARY_BYTES && controls > head.length * BINARY_SHARE
}
