import type { Language } from '../engine/texts.ts'

/** The languages that a command speaks. */
export type CommandLanguage = Language

/** The language that the caller's shell names: Swedish where it does, else English. */
export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): CommandLanguage {
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')
  return named !== undefined && /^sv(_|\.|$)/i.test(named) ? 'sv' : 'en'
}
