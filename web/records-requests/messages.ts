import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { requestsEn } from './messages-en.ts'
import { type RequestMessages, requestsSv } from './messages-sv.ts'

const requestMessages = createMessages<RequestMessages>({ sv: requestsSv, en: requestsEn })
export const useRequestMessages = (): Texts & RequestMessages => useMessages(requestMessages)
