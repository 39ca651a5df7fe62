import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { hotspotEn } from './messages-en.ts'
import { type HotspotMessages, hotspotSv } from './messages-sv.ts'

export type HotspotTexts = Texts & HotspotMessages

export const hotspotMessages = createMessages<HotspotMessages>({ sv: hotspotSv, en: hotspotEn })
export const useHotspotMessages = (): HotspotTexts => useMessages(hotspotMessages)
