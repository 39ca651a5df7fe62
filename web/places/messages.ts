import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { placeEn } from './messages-en.ts'
import { type PlaceMessages, placeSv } from './messages-sv.ts'

export type PlaceTexts = Texts & PlaceMessages

export const placeMessages = createMessages<PlaceMessages>({ sv: placeSv, en: placeEn })
export const usePlaceMessages = (): PlaceTexts => useMessages(placeMessages)
