import type { Language } from '../../platform/language.ts'
import { DOCUMENT_EN } from './messages-en.ts'
import { DOCUMENT_SV, type DocumentMessages } from './messages-sv.ts'

export type { DocumentMessages }

/** The messages of a public document in the languages that it is read in. */
export const DOCUMENT_MESSAGES: Readonly<Record<Language, DocumentMessages>> = {
  sv: DOCUMENT_SV,
  en: DOCUMENT_EN,
}
