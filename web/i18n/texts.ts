import { en } from './en.ts'
import { createFormats, type Formats } from './formats.ts'
import type { Language } from './language.ts'
import { sv, type Words } from './sv.ts'

/** The words that every page shares, and the formats, of one language. */
export interface Texts extends Words {
  readonly language: Language
  readonly formats: Formats
}

/** The shared words of both languages. */
export const WORDS: Readonly<Record<Language, Words>> = { sv, en }

/** The texts of a language. */
export function createTexts(language: Language): Texts {
  return { ...WORDS[language], language, formats: createFormats(language) }
}
