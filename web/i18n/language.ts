export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language that an address asks for; the preferred one when it names none of ours. */
export function readLanguage(search: string, preferred: Language): Language {
  const requested = new URLSearchParams(search).get('lang')
  return LANGUAGES.find((language) => language === requested) ?? preferred
}
