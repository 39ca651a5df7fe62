import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { papersEn } from './messages-en.ts'
import { type PapersMessages, papersSv } from './messages-sv.ts'

export const paperMessages = createMessages<PapersMessages>({ sv: papersSv, en: papersEn })
export const usePaperMessages = (): Texts & PapersMessages => useMessages(paperMessages)
