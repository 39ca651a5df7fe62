import { DomainError, type ErrorCode } from '../domain/errors.ts'

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
  const body: unknown = await answer.json()
  if (answer.ok) return body
  const { code, detail, title } = body as Problem
  throw new DomainError(
    code ?? 'database-unavailable',
    detail ?? title ?? `The server answered ${answer.status}.`,
  )
}
