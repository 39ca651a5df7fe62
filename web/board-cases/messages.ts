import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { boardCasesEn } from './messages-en.ts'
import { type BoardCaseMessages, boardCasesSv } from './messages-sv.ts'

export const boardCaseMessages = createMessages<BoardCaseMessages>({ sv: boardCasesSv, en: boardCasesEn })
export const useBoardCaseMessages = (): Texts & BoardCaseMessages => useMessages(boardCaseMessages)
