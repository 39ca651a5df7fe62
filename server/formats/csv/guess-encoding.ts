import iconv from 'iconv-lite'
import { ENCODED_TWICE, runsEncodedTwice } from '../encoded-twice.ts'
import { unicodeByBytes } from '../sniff/sniff-encoding.ts'

const KOREAN = /[\uac00-\ud7a3]/g
const UNDECODABLE = '\ufffd'
/** Share of Korean syllables from which a file that cp949 can read is taken for one. */
const KOREAN_SHARE = 0.05
/** Windows first, for it wins where others are no better; then what old Macs and DOS wrote. */
const EIGHT_BIT = ['windows-1252', 'macintosh', 'cp850'] as const
const LETTERS = new Set('åäöÅÄÖéÉüÜæøÆØèàáíóúêâëïôçñß')
const FIRST_HIGH = 0x80

/** Adds a file's bytes up to what its encoding seems to be. */
export interface EncodingTally {
  add(chunk: Uint8Array): void
  result(): string
}

/**
 * The encoding of a file by all of its bytes: Unicode by its mark, or by the NULs of UTF-16; UTF-8 when its bytes are that,
 * but for fewer than are, and where they are that twice over, as such; Korean (cp949) when its beginning reads as such; else the eight-bit encoding in which most of
 * the bytes beside a letter are letters of Western Europe. Memory holds the first chunk and a count per byte.
 */
export function createEncodingTally(): EncodingTally {
  const counts = new Float64Array(256)
  const decoder = new TextDecoder('utf-8')
  let head: Uint8Array | null = null
  let [broken, highs, twice] = [0, 0, 0]

  return {
    add(chunk) {
      head ??= chunk
      const text = decoder.decode(chunk, { stream: true })
      if (text.length === chunk.length && !text.includes(UNDECODABLE)) return
      twice += runsEncodedTwice(text)
      broken += text.split(UNDECODABLE).length - 1
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at]!
        if (byte < FIRST_HIGH) continue
        highs++
        if (isAsciiLetter(chunk[at - 1]) || isAsciiLetter(chunk[at + 1])) counts[byte]!++
      }
    },
    result() {
      if (head === null) return 'utf-8'
      const unicode = unicodeByBytes(head)
      if (unicode !== null && unicode !== 'utf-8') return unicode
      if (unicode === 'utf-8' || broken * 2 <= highs - broken) return twice > 0 ? ENCODED_TWICE : 'utf-8'
      return isKorean(head) ? 'cp949' : bestEightBit(counts)
    },
  }
}

function isAsciiLetter(byte: number | undefined): boolean {
  const lower = (byte ?? 0) | 0x20
  return lower >= 0x61 && lower <= 0x7a
}

function isKorean(head: Uint8Array): boolean {
  const text = iconv.decode(Buffer.from(head), 'cp949')
  const syllables = text.match(KOREAN)?.length ?? 0
  const lost = text.split(UNDECODABLE).length - 1
  return lost <= 1 && syllables > text.length * KOREAN_SHARE
}

function bestEightBit(counts: Float64Array): string {
  const scores = EIGHT_BIT.map((encoding) => lettersIn(encoding, counts))
  return EIGHT_BIT[scores.indexOf(Math.max(...scores))]!
}

function lettersIn(encoding: string, counts: Float64Array): number {
  let letters = 0
  for (let byte = FIRST_HIGH; byte < counts.length; byte++) {
    if (counts[byte]! > 0 && LETTERS.has(iconv.decode(Buffer.of(byte), encoding))) letters += counts[byte]!
  }
  return letters
}
