export const LANGUAGES = ['sv', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** The language in an address; the preferred one when it has no supported one. */
export function readLanguage(search: string, preferred: Language): Language {
  const requested = new URLSearchParams(search).get('lang')
  return LANGUAGES.find((language) => language === requested) ?? preferred
}
