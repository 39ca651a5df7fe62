import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { todayEn } from './messages-en.ts'
import { type TodayMessages, todaySv } from './messages-sv.ts'

export const todayMessages = createMessages<TodayMessages>({ sv: todaySv, en: todayEn })
export const useTodayMessages = (): Texts & TodayMessages => useMessages(todayMessages)
