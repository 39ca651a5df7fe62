import { en } from './en.ts'
import { createFormats, type Formats } from './formats.ts'
import type { Language } from './language.ts'
import { sv, type SharedMessages } from './sv.ts'

/** The shared messages and formats of one language. */
export interface Texts extends SharedMessages {
  readonly language: Language
  readonly formats: Formats
}

/** The shared messages in both languages. */
export const SHARED_MESSAGES: Readonly<Record<Language, SharedMessages>> = { sv, en }

/** The texts of a language. */
export function createTexts(language: Language): Texts {
  return { ...SHARED_MESSAGES[language], language, formats: createFormats(language) }
}
