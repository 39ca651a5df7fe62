import type { Language } from '../engine/texts.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The language that a shell names; null where it names none, as in a container. */
export function namedLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Language | null {
  const named = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '')
  if (named === undefined || /^(C|POSIX)(\.|$)/.test(named)) return null
  return /^sv(_|\.|$)/i.test(named) ? 'sv' : 'en'
}
