import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { placeEn } from './messages-en.ts'
import { type PlaceWords, placeSv } from './messages-sv.ts'

export type PlaceTexts = Texts & PlaceWords

export const placeMessages = createMessages<PlaceWords>({ sv: placeSv, en: placeEn })
export const usePlaceMessages = (): PlaceTexts => useMessages(placeMessages)
