import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { glossaryEn } from './messages-en.ts'
import { type GlossaryMessages, glossarySv } from './messages-sv.ts'

export const glossaryMessages = createMessages<GlossaryMessages>({ sv: glossarySv, en: glossaryEn })
export const useGlossaryMessages = (): Texts & GlossaryMessages => useMessages(glossaryMessages)
