import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { meetingsEn } from './messages-en.ts'
import { type MeetingMessages, meetingsSv } from './messages-sv.ts'

export const meetingMessages = createMessages<MeetingMessages>({ sv: meetingsSv, en: meetingsEn })
export const useMeetingMessages = (): Texts & MeetingMessages => useMessages(meetingMessages)
