import { type ReadonlySignal, type Signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { createFormats, type Formats } from '../../i18n/formats.ts'
import type { Language } from '../../i18n/language.ts'
import { KIND_NAMES, STATE_NAMES } from '../../../server/observations/messages.ts'
import type { Outbox } from './outbox.ts'
import type { ReportAddress } from './report-address.ts'
import type { KeptReceipt, ReportCalls, WaitingReport } from './report-calls.ts'
import { reportEn } from './report-messages-en.ts'
import { type ReportMessages, reportSv } from './report-messages-sv.ts'

/** What the parts of the page share. */
export interface ReportSite {
  readonly calls: ReportCalls
  readonly outbox: Outbox<WaitingReport, KeptReceipt>
  readonly address: ReadonlySignal<ReportAddress>
  readonly language: Signal<Language>
  /** By the phone's clock, milliseconds. */
  readonly nowMs: () => number
}

/** The language of a page on a phone. */
export const PhoneLanguage = createContext<ReadonlySignal<Language> | null>(null)
export const ReportContext = createContext<ReportSite | null>(null)

export function useReportSite(): ReportSite {
  const site = useContext(ReportContext)
  if (site === null) throw new Error('A component was rendered outside the page for reporting.')
  return site
}

interface ReportTexts {
  readonly messages: ReportMessages
  readonly kinds: (typeof KIND_NAMES)[Language]
  readonly states: (typeof STATE_NAMES)[Language]
  readonly formats: Formats
  readonly language: Language
}

const textsOf = (language: Language, messages: ReportMessages): ReportTexts => ({
  messages,
  kinds: KIND_NAMES[language],
  states: STATE_NAMES[language],
  formats: createFormats(language),
  language,
})
const TEXTS: Readonly<Record<Language, ReportTexts>> = {
  sv: textsOf('sv', reportSv),
  en: textsOf('en', reportEn),
}

/** The words in the chosen language. */
export function useReportTexts(): ReportTexts {
  const language = useContext(PhoneLanguage)
  if (language === null) throw new Error('A component was rendered outside a page on a phone.')
  return TEXTS[language.value]
}
