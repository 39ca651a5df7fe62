import iconv from 'iconv-lite'

/** A text whose letters were read in another encoding than they were written in. */
export interface Mojibake {
  readonly text: string
  /** What it was in all likelihood. */
  readonly meant: string
  readonly writtenIn: string
  readonly readIn: string
}

/** Encodings that are taken for one another, UTF-8 first: that a text can be read in it is no chance. */
const MISTAKEN: readonly (readonly [writtenIn: string, readIn: string])[] = [
  ['utf-8', 'windows-1252'],
  ['utf-8', 'macintosh'],
  ['utf-8', 'cp850'],
  ['utf-8', 'cp437'],
  ['windows-1252', 'macintosh'],
  ['windows-1252', 'cp850'],
  ['windows-1252', 'cp437'],
  ['macintosh', 'windows-1252'],
  ['cp850', 'windows-1252'],
  ['cp850', 'macintosh'],
]
const ASCII = /^[\0-\x7f]*$/
const LETTERS = /^[\0-\x7fåäöÅÄÖéÉüÜæøÆØ]*$/
/** Of two readings the one that no word is written in. */
const CAPITAL_WITHIN = /\p{Ll}[ÅÄÖÉÜÆØ]/u
/** Where a letter with dots was, a sign stands between letters. */
const LOST = /\p{L}[?\ufffd]\p{Ll}|(?<!\S)[?\ufffd]\p{Ll}{2}/u

/** In the address of a page a question mark is one. */
const ADDRESS = /[/=&]/

/**
 * What a text was before its letters were mistaken; null where nothing says that they were.
 *
 * @param isRight tells a text that is one: of several that it may have been the first such, else the first
 */
export function mojibakeOf(text: string, isRight: (meant: string) => boolean = () => false): Mojibake | null {
  if (ASCII.test(text) || LETTERS.test(text)) return null
  const found = MISTAKEN.flatMap(([writtenIn, readIn]) => {
    const bytes = iconv.encode(text, readIn)
    if (iconv.decode(bytes, readIn) !== text) return []
    const meant = iconv.decode(bytes, writtenIn)
    const isText = LETTERS.test(meant) && !ASCII.test(meant) && !CAPITAL_WITHIN.test(meant)
    return isText ? [{ text, meant, writtenIn, readIn }] : []
  })
  return found.find(({ meant }) => isRight(meant)) ?? found[0] ?? null
}

/** True for a text in which a letter gave way to a question mark or to the sign for what cannot be read. */
export function hasLostLetters(text: string): boolean {
  return LOST.test(text) && !ADDRESS.test(text)
}
