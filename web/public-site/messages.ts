import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { startEn } from './messages-en.ts'
import { type StartWords, startSv } from './messages-sv.ts'

export type StartTexts = Texts & StartWords

export const startMessages = createMessages<StartWords>({ sv: startSv, en: startEn })
export const useStartMessages = (): StartTexts => useMessages(startMessages)
