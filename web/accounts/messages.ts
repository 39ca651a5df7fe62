import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { accountEn } from './messages-en.ts'
import { type AccountMessages, accountSv } from './messages-sv.ts'

export type AccountTexts = Texts & AccountMessages

export const accountMessages = createMessages<AccountMessages>({ sv: accountSv, en: accountEn })
export const useAccountMessages = (): AccountTexts => useMessages(accountMessages)
