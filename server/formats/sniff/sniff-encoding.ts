import iconv from 'iconv-lite'

/** Byte-order marks, the longer before those that they begin with. */
const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32be', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
/** Share of NUL bytes at every other place from which text without a mark is taken for UTF-16. */
const NUL_SHARE = 0.3
const MIN_PAIRS = 4

/** The Unicode encoding that a file's own bytes betray: by a byte-order mark, or by the NULs of UTF-16. Null when they do not. */
export function unicodeByBytes(head: Uint8Array): string | null {
  const marked = MARKS.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))
  return marked?.[0] ?? unmarkedUtf16(head)
}

/** The beginning of a file as text, without its byte-order mark; what is no Unicode reads as Latin-1. */
export function sniffEncoding(head: Uint8Array): {
  readonly encoding: string | null
  readonly text: string
} {
  const encoding = unicodeByBytes(head)
  const buffer = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  return { encoding, text: iconv.decode(buffer, encoding ?? 'latin1') }
}

function unmarkedUtf16(head: Uint8Array): string | null {
  const pairs = head.length >> 1
  if (pairs < MIN_PAIRS) return null
  let [first, second] = [0, 0]
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) first++
    if (head[at + 1] === 0) second++
  }
  if (second > pairs * NUL_SHARE && first === 0) return 'utf-16le'
  return first > pairs * NUL_SHARE && second === 0 ? 'utf-16be' : null
}
