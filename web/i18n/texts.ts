import type { Language } from '../state/permalink.ts'
import { accountEn } from './account-en.ts'
import { type AccountWords, accountSv } from './account-sv.ts'
import { en } from './en.ts'
import { createFormats, type Formats } from './formats.ts'
import { placeEn } from './place-en.ts'
import { type PlaceWords, placeSv } from './place-sv.ts'
import { proposalEn } from './proposal-en.ts'
import { type ProposalWords, proposalSv } from './proposal-sv.ts'
import { startEn } from './start-en.ts'
import { type StartWords, startSv } from './start-sv.ts'
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
