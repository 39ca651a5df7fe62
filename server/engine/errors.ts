import type { Language, Texts } from './texts.ts'

/** Every way in which a request can be refused. The HTTP layer maps each code to one status. */
export type ErrorCode =
  | 'invalid-parameter'
  | 'invalid-body'
  | 'invalid-geometry'
  | 'invalid-mapping'
  | 'invalid-file'
  | 'invalid-setting'
  | 'unauthenticated'
  | 'not-found'
  | 'gone'
  | 'forbidden'
  | 'second-person'
  | 'conflict'
  | 'precondition-failed'
  | 'precondition-required'
  | 'too-large'
  | 'unsupported-media-type'
  | 'unprocessable'
  | 'rate-limited'
  | 'busy'
  | 'deadline-exceeded'
  | 'demo-refused'
  | 'database-unavailable'
  | 'disk-full'

/** One offending field: what was given and the rule that it breaks. */
export interface FieldProblem {
  readonly field: string
  readonly value?: unknown
  readonly rule: string
  /** The rule in Swedish, where it has been put into it. */
  readonly sv?: string
}

/** An expected failure, worded for the caller. Anything else thrown is a defect. Its `message` is in English. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly texts: Texts
  readonly problems: readonly FieldProblem[]
  /** Seconds after which trying again makes sense; for `busy` and `rate-limited`. */
  readonly retryAfterSeconds: number | undefined

  /** @param message in both languages, or in English alone */
  constructor(
    code: ErrorCode,
    message: string | Texts,
    options: { problems?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    const texts = typeof message === 'string' ? { sv: message, en: message } : message
    super(texts.en, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'DomainError'
    this.code = code
    this.texts = texts
    this.problems = options.problems ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** An `invalid-parameter` about one field. @param rule in both languages, or in English alone */
export function invalidParameter(field: string, value: unknown, rule: string | Texts): DomainError {
  if (typeof rule !== 'string') return invalidField('invalid-parameter', { field, value, rule })
  return new DomainError('invalid-parameter', `${field}: ${rule}`, { problems: [{ field, value, rule }] })
}

/** A refusal of one field, in both languages. */
export function invalidField(
  code: ErrorCode,
  { field, value, rule, cause }: { field: string; value?: unknown; rule: Texts; cause?: unknown },
): DomainError {
  const texts = { sv: `${field}: ${rule.sv}`, en: `${field}: ${rule.en}` }
  const given = value === undefined ? {} : { value }
  return new DomainError(code, texts, { problems: [{ field, ...given, rule: rule.en, sv: rule.sv }], cause })
}

/** A refusal of several fields: its message names the first. */
export function problemsRefused(code: ErrorCode, problems: readonly FieldProblem[]): DomainError {
  const [first] = problems
  const texts = { sv: `${first!.field}: ${ruleIn('sv', first!)}`, en: `${first!.field}: ${first!.rule}` }
  return new DomainError(code, texts, { problems })
}

/** The rule that a field breaks, in a language as far as it has been put into it. */
export function ruleIn(language: Language, { rule, sv }: FieldProblem): string {
  return language === 'sv' ? (sv ?? rule) : rule
}

/** A `not-found` that names the kind of resource and its id. */
export function notFound(kind: string, id: string | number): DomainError {
  return new DomainError('not-found', `There is no ${kind} with id ${id}.`)
}

/** A `conflict` about one field: what is given cannot stand with the rest. */
export function refusedField(field: string, rule: string): DomainError {
  return new DomainError('conflict', `${field}: ${rule}`, { problems: [{ field, rule }] })
}
