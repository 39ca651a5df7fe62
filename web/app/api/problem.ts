import type { ErrorCode, FieldProblem } from '../../../server/platform/http/contract.ts'

/** Why a request failed; `offline` when there was no response at all. */
export type FailureCode = ErrorCode | 'offline' | 'unexpected'

/** A refused or failed request, from its problem+json. */
export class RequestFailed extends Error {
  readonly code: FailureCode
  readonly problems: readonly FieldProblem[]
  readonly retryAfterSeconds: number | null

  constructor(
    code: FailureCode,
    detail: string,
    problems: readonly FieldProblem[] = [],
    retryAfterSeconds: number | null = null,
  ) {
    super(detail)
    this.name = 'RequestFailed'
    this.code = code
    this.problems = problems
    this.retryAfterSeconds = retryAfterSeconds
  }
}

interface ProblemBody {
  readonly code?: ErrorCode
  readonly detail?: string
  readonly title?: string
  readonly problems?: readonly FieldProblem[]
}

/** The failure of a response outside 2xx; `unexpected` when its body is not problem+json. */
export async function failureOf(response: Response): Promise<RequestFailed> {
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN)
  const seconds = Number.isFinite(retryAfter) ? retryAfter : null
  try {
    const body = (await response.json()) as ProblemBody
    const detail = body.detail ?? body.title ?? String(response.status)
    return new RequestFailed(body.code ?? 'unexpected', detail, body.problems ?? [], seconds)
  } catch {
    return new RequestFailed('unexpected', String(response.status), [], seconds)
  }
}

/** Any thrown value as a failure that the page has a message for. */
export function asFailure(error: unknown): RequestFailed {
  if (error instanceof RequestFailed) return error
  if (error instanceof TypeError) return new RequestFailed('offline', error.message)
  return new RequestFailed('unexpected', error instanceof Error ? error.message : String(error))
}
