import { useMessages } from '../app/site-context.ts'
import { createMessages } from '../i18n/messages.ts'
import type { Texts } from '../i18n/texts.ts'
import { digestsEn } from './messages-en.ts'
import { type DigestMessages, digestsSv } from './messages-sv.ts'

export const digestMessages = createMessages<DigestMessages>({ sv: digestsSv, en: digestsEn })
export const useDigestMessages = (): Texts & DigestMessages => useMessages(digestMessages)
