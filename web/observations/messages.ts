import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { observationsEn } from './messages-en.ts'
import { type ObservationMessages, observationsSv } from './messages-sv.ts'

const observationMessages = createMessages<ObservationMessages>({ sv: observationsSv, en: observationsEn })
export const useObservationMessages = (): Texts & ObservationMessages => useMessages(observationMessages)
