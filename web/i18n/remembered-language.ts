import { LANGUAGES, type Language } from './language.ts'

const KEY = 'lagesbild.language'

type Keep = Pick<Storage, 'getItem' | 'setItem'>

/** The language chosen last in this browser, default Swedish. */
export function rememberedLanguage(storage: () => Keep): Language {
  try {
    return LANGUAGES.find((language) => language === storage().getItem(KEY)) ?? 'sv'
  } catch {
    return 'sv'
  }
}

/** Stores a choice of language for the next visit. */
export function rememberLanguage(storage: () => Keep, language: Language): void {
  try {
    storage().setItem(KEY, language)
  } catch {
    // Storage may be full or forbidden; the address still carries the language.
  }
}
