import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { checkEn } from './messages-en.ts'
import { type CheckMessages, checkSv } from './messages-sv.ts'

export type CheckTexts = Texts & CheckMessages

export const checkMessages = createMessages<CheckMessages>({ sv: checkSv, en: checkEn })
export const useCheckMessages = (): CheckTexts => useMessages(checkMessages)
