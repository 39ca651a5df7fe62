import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { searchEn } from './messages-en.ts'
import { type SearchMessages, searchSv } from './messages-sv.ts'

export type SearchTexts = Texts & SearchMessages

export const searchMessages = createMessages<SearchMessages>({ sv: searchSv, en: searchEn })
export const useSearchMessages = (): SearchTexts => useMessages(searchMessages)
