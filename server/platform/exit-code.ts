import { DomainError } from '../engine/errors.ts'
import type { Language } from '../engine/texts.ts'

/** 0 done, 1 invalid input, 2 wrong call, 3 system failure, 4 data that can no longer be read as it was. */
export type ExitCode = 0 | 1 | 2 | 3 | 4

/** Codes that are faults of the call, and of its input; all others are system failures. */
const CALL_CODES = new Set([
  'invalid-setting',
  'invalid-parameter',
  'demo-refused',
  'forbidden',
  'second-person',
])
const SYSTEM_CODES = new Set([
  'busy',
  'deadline-exceeded',
  'database-unavailable',
  'disk-full',
  'rate-limited',
])

const WORDS = {
  refusedStatement: { sv: 'Databasen avvisade en sats', en: 'The database refused a statement' },
  wentWrong: { sv: 'Något gick fel.', en: 'Something went wrong.' },
} as const

/** The exit code that goes with an error. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof DomainError) {
    if (CALL_CODES.has(error.code)) return 2
    return SYSTEM_CODES.has(error.code) ? 3 : 1
  }
  return isArgumentError(error) ? 2 : 3
}

/** An error as one line that says what is wrong. */
export function lineOf(error: unknown, language: Language = 'en'): string {
  if (isServerError(error)) return `${WORDS.refusedStatement[language]}: ${saidBy(error)} (${error.code})`
  const line = firstLine(messageOf(error, language))
  const reason = reasonOf(error)
  return reason === null ? (line ?? WORDS.wentWrong[language]) : `${line} (${reason})`
}

function messageOf(error: unknown, language: Language): string {
  if (error instanceof DomainError) return error.texts[language]
  return error instanceof Error ? error.message : String(error)
}

/** What PostgreSQL itself reports: it has a SQLSTATE and a severity. */
function isServerError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'severity' in error && 'code' in error && typeof error.code === 'string'
}

/** Why the database cannot be reached, in the driver's words, for the operator. Null when unknown. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof DomainError) || error.code !== 'database-unavailable') return null
  const { cause } = error
  if (!(cause instanceof Error) || cause instanceof DomainError) return null
  return saidBy(cause) ?? ('code' in cause ? String(cause.code) : null)
}

/** knex puts the statement before the message; what the server said comes after the last dash. */
function saidBy({ message }: Error): string | undefined {
  return firstLine(message.split(' - ').at(-1)!)
}

function firstLine(text: string): string | undefined {
  return text.split('\n').find((line) => line.trim() !== '')
}

/** What `parseArgs` of node:util throws for an unknown or malformed option. */
export function isArgumentError(error: unknown): error is Error & { readonly code: string } {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}
