import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { workEn } from './messages-en.ts'
import { type WorkMessages, workSv } from './messages-sv.ts'

export const workMessages = createMessages<WorkMessages>({ sv: workSv, en: workEn })
export const useWorkMessages = (): Texts & WorkMessages => useMessages(workMessages)
