import type { z } from 'zod'
import { DomainError, type ErrorCode, type FieldProblem } from '../../../engine/errors.ts'

const MAX_ECHO_LENGTH = 100
const MAX_PROBLEMS = 50
/** Problems that the message itself tells; a caller who sees no more than it mends these in one go. */
const MAX_PROBLEMS_IN_DETAIL = 3

/**
 * The value of a schema, or a refusal that names every offending field, what was given and the rule.
 *
 * @param code `invalid-parameter` for a query or path, `invalid-body` for a body
 * @throws DomainError
 */
export function parseAs<S extends z.ZodType>(schema: S, input: unknown, code: ErrorCode): z.output<S> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw refusal(
    code,
    result.error.issues.flatMap((issue) => problemsOf(issue, input, code)),
  )
}

/** A refusal that says its first problems in words and lists all of them. */
export function refusal(code: ErrorCode, found: readonly FieldProblem[]): DomainError {
  const problems = withoutRepeats(found)
  const reported = problems.slice(0, MAX_PROBLEMS_IN_DETAIL).map(({ field, rule }) => `${field}: ${rule}`)
  const more =
    problems.length > MAX_PROBLEMS_IN_DETAIL ? ` (and ${problems.length - MAX_PROBLEMS_IN_DETAIL} more)` : ''
  const message = reported.length === 0 ? 'The input is not valid.' : `${reported.join('; ')}${more}`
  return new DomainError(code, message, { problems: problems.slice(0, MAX_PROBLEMS) })
}

/** A text may break one rule in two ways; it is told once. */
function withoutRepeats(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.field} ${problem.rule}`, problem])).values()]
}

function problemsOf(issue: z.core.$ZodIssue, input: unknown, code: ErrorCode): FieldProblem[] {
  const meant = issue.code === 'invalid_union' ? likeliestBranch(issue.errors) : null
  if (meant !== null)
    return meant.flatMap((inner) =>
      problemsOf({ ...inner, path: [...issue.path, ...inner.path] }, input, code),
    )
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, key]),
      value: echo(valueAt(input, [...issue.path, key])),
      rule: 'is not known here',
    }))
  }
  const value = valueAt(input, issue.path)
  return [{ field: fieldName(issue.path), value: echo(value), rule: ruleOf(issue, value, code) }]
}

function ruleOf(issue: z.core.$ZodIssue, value: unknown, code: ErrorCode): string {
  if (value === undefined && issue.code === 'invalid_type') return 'is required'
  const isOtherType = issue.code === 'invalid_type' || issue.code === 'invalid_value'
  // A parameter that is a list where none is taken is one whose name is repeated.
  const isRepeated = code === 'invalid-parameter' && isOtherType && Array.isArray(value)
  return isRepeated ? 'must come once' : issue.message
}

/** Of the forms that a value may have, the one that it was meant to be: whose own type it has. */
function likeliestBranch(branches: readonly (readonly z.core.$ZodIssue[])[]) {
  const ofItsType = branches.filter(
    (issues) => !issues.some(({ code, path }) => path.length === 0 && code === 'invalid_type'),
  )
  return ofItsType.toSorted((a, b) => a.length - b.length)[0] ?? null
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.length === 0 ? 'body' : path.map(String).join('.')
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** What was given, short enough to be read back to the one who gave it. */
function echo(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > MAX_ECHO_LENGTH ? `${value.slice(0, MAX_ECHO_LENGTH)}…` : value
  if (typeof value !== 'object' || value === null) return value
  const text = JSON.stringify(value)
  return text.length > MAX_ECHO_LENGTH ? `${text.slice(0, MAX_ECHO_LENGTH)}…` : value
}
