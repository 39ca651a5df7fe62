import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { measuresEn } from './messages-en.ts'
import { type MeasureMessages, measuresSv } from './messages-sv.ts'

export const measureMessages = createMessages<MeasureMessages>({ sv: measuresSv, en: measuresEn })
export const useMeasureMessages = (): Texts & MeasureMessages => useMessages(measureMessages)
