import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { startEn } from './messages-en.ts'
import { type StartMessages, startSv } from './messages-sv.ts'

type StartTexts = Texts & StartMessages

export const startMessages = createMessages<StartMessages>({ sv: startSv, en: startEn })
export const useStartMessages = (): StartTexts => useMessages(startMessages)
