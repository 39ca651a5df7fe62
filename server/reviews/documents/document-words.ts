import type { Language } from '../../platform/language.ts'
import { DOCUMENT_EN } from './document-words-en.ts'
import { DOCUMENT_SV, type DocumentWords } from './document-words-sv.ts'

export type { DocumentWords }

/** The fixed words of a public document in the languages that it is read in. */
export const DOCUMENT_WORDS: Readonly<Record<Language, DocumentWords>> = {
  sv: DOCUMENT_SV,
  en: DOCUMENT_EN,
}
