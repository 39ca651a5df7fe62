import { invalidParameter } from '../engine/errors.ts'
import type { Language } from '../engine/texts.ts'
import { namedLanguage } from '../platform/shell-language.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** The languages that a command speaks. */
export type CommandLanguage = Language

/** The language that the caller's shell names: Swedish where it does, else English. */
export function languageOf(environment: NodeJS.ProcessEnv): CommandLanguage {
  return namedLanguage(environment) ?? 'en'
}

const LOCALES: Readonly<Record<CommandLanguage, string>> = { sv: 'sv_SE.UTF-8', en: 'en_GB.UTF-8' }
/** These take the language of what they write by an option of the same name. */
const OWN_OPTION = ['check', 'document']

/**
 * The words of a call without `--lang sv|en`, and the locale that it names for them; null where it names none.
 *
 * @throws DomainError `invalid-parameter` for another language
 */
export function takeLanguage(argv: readonly string[]): {
  readonly words: readonly string[]
  readonly locale: string | null
} {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return { words: argv, locale: null }
  const isJoined = argv[at] !== '--lang'
  const named = isJoined ? argv[at]!.slice('--lang='.length) : argv[at + 1]
  if (named !== 'sv' && named !== 'en') throw invalidParameter('--lang', named, MESSAGES.oneOf(['sv', 'en']))
  const words = OWN_OPTION.includes(argv[0] ?? '') ? argv : argv.toSpliced(at, isJoined ? 1 : 2)
  return { words, locale: LOCALES[named] }
}
