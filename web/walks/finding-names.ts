import type { Language } from '../i18n/language.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'
import type { Finding } from './walk-calls.ts'

/** What is found on a walk, in the words of buttons. */
export const FINDING_NAMES: Readonly<Record<Language, Readonly<Record<Finding['kind'], string>>>> = {
  sv: { ...KIND_NAMES.sv, 'works-well': 'Fungerar bra' },
  en: { ...KIND_NAMES.en, 'works-well': 'Works well' },
}

/** Every kind, in the order of the buttons. */
export const FINDING_KINDS = Object.keys(FINDING_NAMES.sv) as readonly Finding['kind'][]
