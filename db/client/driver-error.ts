import { DomainError } from '../../server/engine/errors.ts'

const BUSY_RETRY_SECONDS = 5

/**
 * Prefixes of SQLSTATEs: no connection; out of memory or connections; shutting down or starting; authentication
 * failed; no such database.
 */
const UNAVAILABLE_STATES = /^(08|53[23]00|57P0|28|3D000)/
const UNREACHABLE_CODES = /^(ECONN|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|ENOENT)/
const LOST_CONNECTION =
  /Connection terminated|Client was closed|Connection ended|not queryable|timeout expired/
const CANCELLED = '57014'
const DISK_FULL = '53100'

/**
 * Maps a failure of the driver, pool or server to a DomainError: `database-unavailable`, `disk-full`, `busy` (no
 * connection was free in time) or `deadline-exceeded`. Everything else comes back as it is, with its SQLSTATE.
 *
 * The driver's message names hosts, roles and databases, so it is kept as the cause, for the operator, and not sent
 * to callers.
 */
export function explainDriverError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DomainError) return error
  if (error.cause instanceof DomainError) return error.cause
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (error.name === 'KnexTimeoutError') {
    return new DomainError('busy', 'The database is busy with other work.', {
      retryAfterSeconds: BUSY_RETRY_SECONDS,
      cause: error,
    })
  }
  if (code === CANCELLED) {
    return new DomainError('deadline-exceeded', 'The database needed too long for a statement.', {
      cause: error,
    })
  }
  if (code === DISK_FULL) {
    const words = {
      sv: 'Databasens disk är full: inget mer lagras förrän det finns plats.',
      en: 'The disk of the database is full: nothing more is stored until there is room.',
    }
    return new DomainError('disk-full', words, { cause: error })
  }
  if (UNAVAILABLE_STATES.test(code) || UNREACHABLE_CODES.test(code) || LOST_CONNECTION.test(error.message)) {
    return new DomainError('database-unavailable', 'The database does not answer.', { cause: error })
  }
  return error
}
