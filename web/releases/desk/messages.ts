import { useMessages } from '../../app/site-context.ts'
import { createMessages } from '../../i18n/messages.ts'
import { type ReleaseTexts, useReleaseMessages } from '../messages.ts'
import { deskEn } from './messages-en.ts'
import { type DeskMessages, deskSv } from './messages-sv.ts'

const deskMessages = createMessages<DeskMessages>({ sv: deskSv, en: deskEn })
export const useDeskMessages = (): ReleaseTexts & DeskMessages => ({
  ...useReleaseMessages(),
  ...useMessages(deskMessages),
})
