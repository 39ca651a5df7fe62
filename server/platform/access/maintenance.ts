import { DomainError } from '../../engine/errors.ts'

const RETRY_SECONDS = 10

/** The refusal of a write while an import holds the one connection of the embedded database. */
export function underMaintenance(): DomainError {
  return new DomainError('busy', 'An import is being written; try again in a moment.', {
    retryAfterSeconds: RETRY_SECONDS,
  })
}
