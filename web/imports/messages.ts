import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { importsEn } from './messages-en.ts'
import { type ImportMessages, importsSv } from './messages-sv.ts'

const importMessages = createMessages<ImportMessages>({ sv: importsSv, en: importsEn })
export const useImportMessages = (): Texts & ImportMessages => useMessages(importMessages)
