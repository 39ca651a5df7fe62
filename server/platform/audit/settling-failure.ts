import { STATUS_BY_CODE } from '../http/contract.ts'
import { DomainError } from '../../engine/errors.ts'
import type { OpenIntent } from './audit-service.ts'

/**
 * The outcome of work that was begun. When it fails, that is settled: a refusal has changed nothing, and of what breaks
 * nobody knows whether it was done.
 *
 * @throws whatever the work throws
 */
export async function settlingFailure<T>(intent: OpenIntent, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await (isRefusal(error) ? intent.refused() : intent.broke())
    throw error
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DomainError && (error.code === 'busy' || STATUS_BY_CODE[error.code] < 500)
}
