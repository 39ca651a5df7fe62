import { STATUS_BY_CODE } from '../http/contract.ts'
import { DomainError } from '../../engine/errors.ts'
import type { OpenIntent } from './audit-service.ts'

/**
 * Runs audited work; when it throws, settles its intent: as refused for an expected error, which has changed nothing,
 * else as unknown.
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
