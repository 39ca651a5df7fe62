import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { agreementsEn } from './messages-en.ts'
import { type AgreementMessages, agreementsSv } from './messages-sv.ts'

export const agreementMessages = createMessages<AgreementMessages>({ sv: agreementsSv, en: agreementsEn })
export const useAgreementMessages = (): Texts & AgreementMessages => useMessages(agreementMessages)
