import { z } from 'zod'
import { DomainError, type ErrorCode, type FieldProblem, ruleIn } from '../../../engine/errors.ts'
import type { Language } from '../../../engine/texts.ts'
import { ruleInSwedish } from './field-rules.ts'

const MAX_ECHO_LENGTH = 100
const MAX_PROBLEMS = 50
/** Problems named in the message itself; all are in the body's list. */
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
  const inSwedish = schema.safeParse(input, { error: SWEDISH.localeError }).error?.issues ?? []
  const problems = result.error.issues.map((issue) => problemsOf(issue, input, code))
  const rules = inSwedish.map((issue) => problemsOf(issue, input, code))
  throw refusal(
    code,
    problems.flatMap((found, k) =>
      found.map((problem, n) => ({ ...problem, sv: ruleInSwedish(rules[k]?.[n]?.rule ?? problem.rule) })),
    ),
  )
}

/** A refusal whose message names the first problems and whose list has all of them. */
export function refusal(code: ErrorCode, found: readonly FieldProblem[]): DomainError {
  const problems = withoutRepeats(found)
  const named = problems.slice(0, MAX_PROBLEMS_IN_DETAIL)
  const others = problems.length - named.length
  const message = (language: Language, none: string, and: string) => {
    const reported = named.map((problem) => `${problem.field}: ${ruleIn(language, problem)}`)
    return reported.length === 0 ? none : `${reported.join('; ')}${others > 0 ? and : ''}`
  }
  const texts = {
    sv: message('sv', 'Uppgifterna är inte giltiga.', ` (och ${others} till)`),
    en: message('en', 'The input is not valid.', ` (and ${others} more)`),
  }
  return new DomainError(code, texts, { problems: problems.slice(0, MAX_PROBLEMS) })
}

const SWEDISH = z.locales.sv()

/** A text may break one rule in two ways; it is reported once. */
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
  // Query parsing makes a list of a repeated parameter.
  const isRepeated = code === 'invalid-parameter' && isOtherType && Array.isArray(value)
  return isRepeated ? 'must come once' : issue.message
}

/** Of a union's branches, the one whose type the value has. */
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

/** The given value, shortened for the error message. */
function echo(value: unknown): unknown {
  if (typeof value === 'string')
    return value.length > MAX_ECHO_LENGTH ? `${value.slice(0, MAX_ECHO_LENGTH)}…` : value
  if (typeof value !== 'object' || value === null) return value
  const text = JSON.stringify(value)
  return text.length > MAX_ECHO_LENGTH ? `${text.slice(0, MAX_ECHO_LENGTH)}…` : value
}
