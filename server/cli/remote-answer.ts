import { DomainError, type ErrorCode } from '../engine/errors.ts'

interface Problem {
  readonly code?: ErrorCode
  readonly detail?: string
  readonly title?: string
}

/**
 * The JSON of a running server's answer.
 *
 * @throws DomainError with the server's own code and words when it refuses
 */
export async function answerOf(response: Promise<Response>): Promise<unknown> {
  const answer = await response
  if (!answer.ok) throw await refusalOf(answer)
  return answer.json()
}

/** What a running server refuses, in its own code and words. */
export async function refusalOf(answer: Response): Promise<DomainError> {
  const { code, detail, title } = (await answer.json()) as Problem
  return new DomainError(
    code ?? 'database-unavailable',
    detail ?? title ?? `The server answered ${answer.status}.`,
  )
}
