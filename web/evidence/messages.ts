import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { type ReleaseTexts, useReleaseMessages } from '../releases/messages.ts'
import { type SurveyTexts, useSurveyMessages } from '../surveys/messages.ts'
import { evidenceEn } from './messages-en.ts'
import { type EvidenceMessages, evidenceSv } from './messages-sv.ts'

export type EvidenceTexts = Texts & EvidenceMessages

export const evidenceMessages = createMessages<EvidenceMessages>({ sv: evidenceSv, en: evidenceEn })
export const useEvidenceMessages = (): EvidenceTexts => useMessages(evidenceMessages)

/** The words that figures are told in. */
export interface FigureTexts {
  readonly evidence: EvidenceTexts
  readonly releases: ReleaseTexts
  readonly surveys: SurveyTexts
}

export function useFigureTexts(): FigureTexts {
  return { evidence: useEvidenceMessages(), releases: useReleaseMessages(), surveys: useSurveyMessages() }
}
