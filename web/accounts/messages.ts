import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { accountEn } from './messages-en.ts'
import { type AccountWords, accountSv } from './messages-sv.ts'

export type AccountTexts = Texts & AccountWords

export const accountMessages = createMessages<AccountWords>({ sv: accountSv, en: accountEn })
export const useAccountMessages = (): AccountTexts => useMessages(accountMessages)
