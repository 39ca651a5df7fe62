import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { releaseEn } from './messages-en.ts'
import { type ReleaseMessages, releaseSv } from './messages-sv.ts'

export type ReleaseTexts = Texts & ReleaseMessages

export const releaseMessages = createMessages<ReleaseMessages>({ sv: releaseSv, en: releaseEn })
export const useReleaseMessages = (): ReleaseTexts => useMessages(releaseMessages)
