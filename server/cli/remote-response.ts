import { DomainError, type ErrorCode } from '../engine/errors.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

interface Problem {
  readonly code?: ErrorCode
  readonly detail?: string
  readonly title?: string
}

/** What a running server refuses, in its own code and words. */
export async function refusalOf(response: Response): Promise<DomainError> {
  const { code, detail, title } = (await response.json()) as Problem
  return new DomainError(
    code ?? 'database-unavailable',
    detail ?? title ?? REFUSAL_MESSAGES.serverStatus(response.status),
  )
}
