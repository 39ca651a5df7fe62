import { DomainError } from '../engine/errors.ts'
import type { Language, Texts } from '../engine/texts.ts'
import { isArgumentError, lineOf } from '../platform/exit-code.ts'
import { CALL_MESSAGES as MESSAGES } from './usage-messages.ts'

/** An error of a command as one line: what is wrong, and of a wrong call what was given and where to read on. */
export function faultLine(error: unknown, command: string, language: Language): string {
  if (isArgumentError(error))
    return `${(argumentFault(error) ?? { sv: error.message, en: error.message })[language]} ${MESSAGES.help(command)[language]}`
  const line = lineOf(error, language)
  if (!(error instanceof DomainError) || error.code !== 'invalid-parameter') return line
  const [problem] = error.problems
  const given =
    typeof problem?.value === 'string' && problem.value !== '' ? MESSAGES.given(problem.value)[language] : ''
  return `${line}${given}. ${MESSAGES.help(command)[language]}`
}

/** What Node's `parseArgs` says in English alone; null where it says something new. */
function argumentFault({ code, message }: Error & { readonly code: string }): Texts | null {
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return MESSAGES.unknownOption(option)
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL')
    return MESSAGES.unexpected(/'([^']*)'/.exec(message)?.[1] ?? '')
  if (/argument missing/.test(message)) return MESSAGES.noValue(option)
  if (/ambiguous/.test(message)) return MESSAGES.dashValue(option)
  return /does not take an argument/.test(message) ? MESSAGES.takesNoValue(option) : null
}
