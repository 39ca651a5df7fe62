import { createMessages } from '../../i18n/messages.ts'
import { linkEn } from './messages-en.ts'
import { type LinkMessages, linkSv } from './messages-sv.ts'

export const linkMessages = createMessages<LinkMessages>({ sv: linkSv, en: linkEn })
