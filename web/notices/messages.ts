import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { noticesEn } from './messages-en.ts'
import { type NoticeMessages, noticesSv } from './messages-sv.ts'

export const noticeMessages = createMessages<NoticeMessages>({ sv: noticesSv, en: noticesEn })
export const useNoticeMessages = (): Texts & NoticeMessages => useMessages(noticeMessages)
