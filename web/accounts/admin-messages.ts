import { createMessages } from '../i18n/messages.ts'
import { useTexts } from '../app/site-context.ts'
import { adminEn } from './admin-messages-en.ts'
import { type AdminMessages, adminSv } from './admin-messages-sv.ts'

/** The words of the page in both languages; they come with its code, so that nobody else waits for them. */
export const ADMIN_MESSAGES = createMessages<AdminMessages>({ sv: adminSv, en: adminEn })

/** The words of the chosen language, and how moments are written in it. */
export function useAdminMessages() {
  const { language, formats } = useTexts()
  return { words: ADMIN_MESSAGES[language], moment: formats.moment }
}
