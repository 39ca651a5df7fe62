import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { walksEn } from './messages-en.ts'
import { type WalkMessages, walksSv } from './messages-sv.ts'

export const walkMessages = createMessages<WalkMessages>({ sv: walksSv, en: walksEn })
export const useWalkMessages = (): Texts & WalkMessages => useMessages(walkMessages)
