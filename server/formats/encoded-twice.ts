import iconv from 'iconv-lite'

/** Encoding of a mapping: UTF-8 whose bytes some program took for Windows-1252 and encoded again (`Ã¶` for `ö`). */
export const ENCODED_TWICE = 'utf-8-twice'

const RUN = /[^\0-\x7f]{2,}/g
/** Letters of Western Europe and signs of its texts; not those that are made of an Å and what may well follow it (Å“, Å and a blank). */
const IS_WESTERN =
  /^[\u00a0\u00a7\u00a9\u00ab\u00ad\u00ae\u00b0-\u00b4\u00b7\u00bb-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac\u2122\ufeff]+$/
/** Some programs repeat it. */
const MAX_TIMES = 3
const BYTES: ReadonlyMap<string, number> = new Map([
  ...Array.from({ length: 128 }, (_, k) => [String.fromCharCode(128 + k), 128 + k] as const),
  ...Array.from(
    { length: 128 },
    (_, k) => [iconv.decode(Buffer.of(128 + k), 'windows-1252'), 128 + k] as const,
  ),
])

/** How many runs of letters in a text are encoded twice without doubt. */
export function runsEncodedTwice(text: string): number {
  return text.match(RUN)?.filter((run) => decodedOnce(run) !== null).length ?? 0
}

/** A text with its runs of letters that are encoded twice put right; what else stands in it stays. */
export function decodedTwice(text: string): string {
  return text.replaceAll(RUN, (run) => decodedOnce(run)?.replaceAll('\ufeff', '') ?? run)
}

/** The same of a text that comes in pieces, between which no run is cut. */
export async function* textsDecodedTwice(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = ''
  for await (const text of texts) {
    const all = held + text
    const whole = all.length - (/[^\0-\x7f]*$/.exec(all.slice(-MAX_HELD))?.[0].length ?? 0)
    held = all.slice(whole)
    if (whole > 0) yield decodedTwice(all.slice(0, whole))
  }
  if (held !== '') yield decodedTwice(held)
}

const MAX_HELD = 1000

/** What a run of letters was before it was encoded again; null where it is no such one. */
function decodedOnce(run: string, times = 1): string | null {
  const bytes = Array.from(run, (letter) => BYTES.get(letter))
  if (bytes.includes(undefined)) return null
  const text = Buffer.from(bytes as number[]).toString('utf8')
  if (text.includes('\ufffd')) return null
  if (times < MAX_TIMES) {
    const again = decodedOnce(text, times + 1)
    if (again !== null) return again
  }
  return IS_WESTERN.test(text) ? text : null
}
