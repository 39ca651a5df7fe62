import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { sourceEn } from './messages-en.ts'
import { type SourceMessages, sourceSv } from './messages-sv.ts'

export type SourceTexts = Texts & SourceMessages

export const sourceMessages = createMessages<SourceMessages>({ sv: sourceSv, en: sourceEn })
export const useSourceMessages = (): SourceTexts => useMessages(sourceMessages)
