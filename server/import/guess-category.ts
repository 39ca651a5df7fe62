import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { categoryOfSection } from './guess/category-codes.ts'
import { categoryOfWords } from './guess/category-words.ts'

const SENSITIVE = new Set(CATEGORIES.filter(({ sensitive }) => sensitive).map(({ code }) => code))
const OWN_NAMES: ReadonlyMap<string, string> = new Map(
  CATEGORIES.flatMap(({ code, sv, en }) => [code, sv, en].map((name) => [name.toLowerCase(), code] as const)),
)
const JOINS = /\s+(?:and|och|samt|eller|or)\s+|\s*[&/+]\s*/i

/** What a type of incident seems to mean. A guess for a person to look over, never used without having been seen. */
export interface CategoryGuess {
  readonly code: string
  /** False when no word of the text is known, and it is filed under `other` for want of a better place. */
  readonly known: boolean
  /** Every category that the text names, when there are several: no row tells which of them it is. */
  readonly compound: readonly string[]
}

/**
 * The category that a text of the file seems to mean. Of a text that names several it is the first that is not
 * sensitive, for "violence and sexual offences" are violence for the most part, and what is filed as sensitive is hidden.
 */
export function guessCategory(text: string): CategoryGuess {
  const exact = OWN_NAMES.get(text.toLowerCase()) ?? categoryOfSection(text)
  if (exact !== null) return { code: exact, known: true, compound: [] }
  const plain = text.replaceAll(/\bw\/o?\s*/gi, 'with ').replaceAll(/\bf\//gi, 'from ')
  const parts = plain.split(JOINS).map(categoryOfWords)
  const named = [...new Set(parts.filter((code) => code !== null && code !== 'other'))] as string[]
  if (named.length === 0) {
    const whole = categoryOfWords(plain)
    return { code: whole ?? 'other', known: whole !== null, compound: [] }
  }
  const code = named.find((one) => !SENSITIVE.has(one)) ?? named[0]!
  return { code, known: true, compound: named.length > 1 ? named : [] }
}
