import { createMessages } from '../i18n/messages.ts'
import { useTexts } from '../app/site-context.ts'
import { adminEn } from './admin-messages-en.ts'
import { type AdminMessages, adminSv } from './admin-messages-sv.ts'

/** The page's messages in both languages, loaded with its code only. */
export const ADMIN_MESSAGES = createMessages<AdminMessages>({ sv: adminSv, en: adminEn })

/** The messages in the chosen language, and its format of instants. */
export function useAdminMessages() {
  const { language, formats } = useTexts()
  return { words: ADMIN_MESSAGES[language], moment: formats.moment }
}
