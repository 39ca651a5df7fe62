import type { Language } from '../../state/permalink.ts'
import { useSite } from '../../state/site-context.ts'
import { adminEn } from './words-en.ts'
import { type AdminWords, adminSv } from './words-sv.ts'

/** The words of the page in both languages; they come with its code, so that nobody else waits for them. */
export const ADMIN_WORDS: Readonly<Record<Language, AdminWords>> = { sv: adminSv, en: adminEn }

/** The words of the chosen language, and how moments are written in it. */
export function useAdminWords() {
  const language = useSite().language.value
  return { words: ADMIN_WORDS[language], moment: MOMENTS[language] }
}

const momentsOf = (locale: string) => {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  return (iso: string) => format.format(new Date(iso))
}

const MOMENTS: Readonly<Record<Language, (iso: string) => string>> = {
  sv: momentsOf('sv-SE'),
  en: momentsOf('en-GB'),
}
