import type { Language } from './language.ts'
import { accountEn } from '../accounts/messages-en.ts'
import { type AccountWords, accountSv } from '../accounts/messages-sv.ts'
import { en } from './en.ts'
import { createFormats, type Formats } from './formats.ts'
import { placeEn } from '../places/messages-en.ts'
import { type PlaceWords, placeSv } from '../places/messages-sv.ts'
import { proposalEn } from '../proposals/messages-en.ts'
import { type ProposalWords, proposalSv } from '../proposals/messages-sv.ts'
import { startEn } from '../public-site/messages-en.ts'
import { type StartWords, startSv } from '../public-site/messages-sv.ts'
import { sv, type Words } from './sv.ts'

/** Words and formats of one language. */
export interface Texts extends Words, AccountWords, StartWords, PlaceWords {
  readonly language: Language
  readonly proposal: ProposalWords
  readonly formats: Formats
}

/** The words of both languages, for the page and for the test that they have the same keys. */
export const WORDS = {
  sv: { ...sv, ...accountSv, ...startSv, ...placeSv, proposal: proposalSv },
  en: { ...en, ...accountEn, ...startEn, ...placeEn, proposal: proposalEn },
} as const

/** The texts of a language. */
export function createTexts(language: Language): Texts {
  return { ...WORDS[language], language, formats: createFormats(language) }
}
