import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { needsEn } from './messages-en.ts'
import { type NeedMessages, needsSv } from './messages-sv.ts'

export const needMessages = createMessages<NeedMessages>({ sv: needsSv, en: needsEn })
export const useNeedMessages = (): Texts & NeedMessages => useMessages(needMessages)
