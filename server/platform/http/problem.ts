import { type Problem, type ProblemCode, STATUS_BY_CODE, TRANSPORT_STATUS } from './contract.ts'
import { DomainError, type FieldProblem, ruleIn } from '../../engine/errors.ts'
import type { Log } from '../log.ts'
import type { EndpointResponse } from './endpoint-response.ts'
import type { Language, Texts } from '../../engine/texts.ts'
import { REFUSED, TITLES } from './problem-titles.ts'

/** A refusal as it is sent. */
interface Refusal {
  readonly code: ProblemCode
  readonly detail?: string | Texts
  readonly problems?: readonly FieldProblem[]
  readonly headers?: Readonly<Record<string, string>>
}

const HEADERS = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }

/** The problem+json of a refusal, in the caller's language as far as it has been put into it. */
export function problemResponse(refusal: Refusal, requestId: string, language: Language): EndpointResponse {
  const value = problemOf(refusal, requestId, language)
  return {
    status: value.status,
    headers: { ...HEADERS, 'Content-Language': language, ...refusal.headers },
    body: { kind: 'json', value },
  }
}

/**
 * The problem+json of a refusal for a request without an id, ready for `writeHead` and `end`; headers alternate name
 * and value.
 */
export function readyProblem(refusal: Refusal) {
  const problem = problemOf(refusal, 'none', 'en')
  const text = JSON.stringify(problem)
  const length = { 'X-Content-Type-Options': 'nosniff', 'Content-Length': String(Buffer.byteLength(text)) }
  const headers = Object.entries({ ...HEADERS, ...length, ...refusal.headers }).flat()
  return { status: problem.status, headers, text }
}

function problemOf({ code, detail, problems = [] }: Refusal, requestId: string, language: Language): Problem {
  const status = statusOf(code)
  const title = (TITLES[status] ?? REFUSED)[language]
  const said = detail === undefined ? {} : { detail: typeof detail === 'string' ? detail : detail[language] }
  const listed = problems.map(({ sv, ...problem }) => {
    return { ...problem, rule: ruleIn(language, { ...problem, ...(sv === undefined ? {} : { sv }) }) }
  })
  return { type: 'about:blank', title, status, code, ...said, problems: listed, requestId }
}

/** What the caller gets of an error. Unexpected errors are logged, and their details withheld. */
export function refusalOf(error: unknown, log: Log, requestId: string): Refusal {
  const known = error instanceof DomainError ? error : fromTransport(error)
  if (known === null || STATUS_BY_CODE[known.code] === 500) {
    log.error({ err: error, requestId }, 'A request failed.')
    return { code: 'internal', detail: `Details are in the log under ${requestId}.` }
  }
  const { code, texts, problems, retryAfterSeconds } = known
  const retry = STATUS_BY_CODE[code] === 503 ? (retryAfterSeconds ?? 2) : retryAfterSeconds
  return {
    code,
    detail: texts,
    problems,
    ...(retry === undefined ? {} : { headers: { 'Retry-After': String(Math.max(1, Math.ceil(retry))) } }),
  }
}

/** Errors that the router itself raises: a path that cannot be decoded. */
function fromTransport(error: unknown): DomainError | null {
  const status = (error as { status?: unknown } | null)?.status
  return status === 400 ? new DomainError('invalid-parameter', 'path: must be percent-encoded UTF-8') : null
}

function statusOf(code: ProblemCode): number {
  return code in TRANSPORT_STATUS
    ? TRANSPORT_STATUS[code as keyof typeof TRANSPORT_STATUS]
    : STATUS_BY_CODE[code as keyof typeof STATUS_BY_CODE]
}
