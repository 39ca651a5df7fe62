import { type Problem, type ProblemCode, STATUS_BY_CODE, TRANSPORT_STATUS } from './contract.ts'
import { DomainError, type FieldProblem } from '../../engine/errors.ts'
import type { Log } from '../log.ts'
import type { EndpointResponse } from './endpoint-response.ts'

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Withdrawn',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Wrong media type',
  422: 'Cannot be processed',
  428: 'Precondition required',
  429: 'Too many requests',
  500: 'Something went wrong here',
  503: 'Not available right now',
}

/** A refusal as it goes out. */
interface Refusal {
  readonly code: ProblemCode
  readonly detail?: string
  readonly problems?: readonly FieldProblem[]
  readonly headers?: Readonly<Record<string, string>>
}

const HEADERS = { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' }

/** The problem+json of a refusal. */
export function problemResponse(refusal: Refusal, requestId: string): EndpointResponse {
  const value = problemOf(refusal, requestId)
  return { status: value.status, headers: { ...HEADERS, ...refusal.headers }, body: { kind: 'json', value } }
}

/** The same of a request without an id, ready for `writeHead` and `end`: headers are a list of name after value. */
export function readyProblem(refusal: Refusal) {
  const problem = problemOf(refusal, 'none')
  const text = JSON.stringify(problem)
  const length = { 'X-Content-Type-Options': 'nosniff', 'Content-Length': String(Buffer.byteLength(text)) }
  const headers = Object.entries({ ...HEADERS, ...length, ...refusal.headers }).flat()
  return { status: problem.status, headers, text }
}

function problemOf({ code, detail, problems = [] }: Refusal, requestId: string): Problem {
  const status = statusOf(code)
  const title = TITLES[status] ?? 'Refused'
  const said = detail === undefined ? {} : { detail }
  return { type: 'about:blank', title, status, code, ...said, problems: [...problems], requestId }
}

/** What an error tells the caller. What is no expected failure is logged, and tells nothing. */
export function refusalOf(error: unknown, log: Log, requestId: string): Refusal {
  const known = error instanceof DomainError ? error : fromTransport(error)
  if (known === null || STATUS_BY_CODE[known.code] === 500) {
    log.error({ err: error, requestId }, 'A request failed.')
    return { code: 'internal', detail: `Details are in the log under ${requestId}.` }
  }
  const { code, message, problems, retryAfterSeconds } = known
  const retry = STATUS_BY_CODE[code] === 503 ? (retryAfterSeconds ?? 2) : retryAfterSeconds
  return {
    code,
    detail: message,
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
