import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { surveyEn } from './messages-en.ts'
import { type SurveyMessages, surveySv } from './messages-sv.ts'

export type SurveyTexts = Texts & SurveyMessages

export const surveyMessages = createMessages<SurveyMessages>({ sv: surveySv, en: surveyEn })
export const useSurveyMessages = (): SurveyTexts => useMessages(surveyMessages)
