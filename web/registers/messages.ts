import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { registersEn } from './messages-en.ts'
import { type RegisterMessages, registersSv } from './messages-sv.ts'

const registerMessages = createMessages<RegisterMessages>({ sv: registersSv, en: registersEn })
export const useRegisterMessages = (): Texts & RegisterMessages => useMessages(registerMessages)
