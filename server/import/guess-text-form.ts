import iconv from 'iconv-lite'
import { UNDECODABLE } from '../formats/decode-text.ts'

/** How the text of a file is cut and decoded. */
export interface TextForm {
  readonly delimiter: string
  readonly encoding: string
  /** True when a JSON file that says of itself that it is a part of more is taken all the same. */
  readonly allowPartial?: boolean
}

const DELIMITERS = [',', ';', '\t', '|'] as const
const KOREAN = /[\uac00-\ud7a3]/g
/** Share of Korean syllables from which a file that cp949 can read is taken for one. */
const KOREAN_SHARE = 0.05

/**
 * A guess of a CSV file's encoding and delimiter from its first bytes: UTF-8 when they are that, Korean (cp949) when
 * they read as such, else windows-1252; and the delimiter that the header holds most of.
 */
export function guessTextForm(head: Uint8Array): TextForm {
  const encoding = guessEncoding(head)
  const text = iconv.decode(Buffer.from(head.buffer, head.byteOffset, head.byteLength), encoding)
  const header = text.slice(0, Math.max(0, text.search(/\r?\n|$/)))
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length)
  return { encoding, delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))]! }
}

function guessEncoding(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  /* `stream` leaves a character that the head cuts in two out of the judgement. */
  const utf8 = new TextDecoder('utf-8').decode(head, { stream: true })
  if (!utf8.includes(UNDECODABLE)) return 'utf-8'
  const korean = iconv.decode(Buffer.from(head), 'cp949')
  const syllables = korean.match(KOREAN)?.length ?? 0
  const lost = korean.split(UNDECODABLE).length - 1
  return lost <= 1 && syllables > korean.length * KOREAN_SHARE ? 'cp949' : 'windows-1252'
}
