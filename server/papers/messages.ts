import type { Language } from '../platform/language.ts'
import { papersEn } from './messages-en.ts'
import { type PaperMessages, papersSv } from './messages-sv.ts'

export type { PaperMessages } from './messages-sv.ts'

export const PAPER_MESSAGES: Readonly<Record<Language, PaperMessages>> = { sv: papersSv, en: papersEn }
