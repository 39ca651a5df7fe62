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
}

/** An expected failure, told in the language of the caller's work. Anything else thrown is a defect. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly problems: readonly FieldProblem[]
  /** Seconds after which trying again makes sense; for `busy` and `rate-limited`. */
  readonly retryAfterSeconds: number | undefined

  constructor(
    code: ErrorCode,
    message: string,
    options: { problems?: readonly FieldProblem[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'DomainError'
    this.code = code
    this.problems = options.problems ?? []
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

/** An `invalid-parameter` about one field. */
export function invalidParameter(field: string, value: unknown, rule: string): DomainError {
  return new DomainError('invalid-parameter', `${field}: ${rule}`, { problems: [{ field, value, rule }] })
}

/** A `not-found` that names the kind of thing and its id. */
export function notFound(kind: string, id: string | number): DomainError {
  return new DomainError('not-found', `There is no ${kind} with id ${id}.`)
}
