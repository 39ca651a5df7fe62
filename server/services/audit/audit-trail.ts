import type { AuditRepository, AuditTrail, StoredAuditEvent } from '../../domain/audit.ts'
import type { Clock } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Log } from '../../domain/log.ts'
import { eventOf } from './event-of.ts'

type Event = Omit<StoredAuditEvent, 'id'>

/** The trail of a process: notes that could not be kept are kept first of all once the database takes them again. */
export interface KeptTrail extends AuditTrail {
  /**
   * Sees that notes can be kept before something is done that needs one.
   *
   * @throws DomainError `database-unavailable` while earlier notes still wait
   */
  assertKeeping(): Promise<void>
  /** Tries once more to keep what waits. */
  close(): Promise<void>
}

interface Deps {
  readonly repository: Pick<AuditRepository, 'insert'>
  readonly clock: Clock
  readonly log: Log
  /** Notes that may wait; tests lower it. */
  readonly mostWaiting?: number
}

/** Calls under way when the database went away, and sign-ins tried since; nothing else can add to them. */
const MOST_WAITING = 5_000
const ROWS_A_WRITE = 500

/**
 * Keeps notes in the database; `record` has returned when they are there.
 *
 * Work comes before its note, so a note that cannot be kept is of work that is done. It waits here, the call fails and
 * says so, and nothing more that needs a note is begun until the database has taken those that wait. They are lost only
 * if the process is killed meanwhile; the log has their action and actor even then.
 */
export function createAuditTrail({ repository, clock, log, mostWaiting = MOST_WAITING }: Deps): KeptTrail {
  let waiting: Event[] = []
  let keeping: Promise<void> | null = null

  async function keepWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, ROWS_A_WRITE)
      await repository.insert(some)
      waiting = waiting.slice(some.length)
    }
  }

  function keepWaitingOnce(): Promise<void> {
    if (waiting.length === 0) return Promise.resolve()
    keeping ??= keepWaiting().finally(() => {
      keeping = null
    })
    return keeping
  }

  function letWait(event: Event, error: unknown): DomainError {
    const { action, actor } = event
    // One that the database will never take must not keep all others waiting.
    const lost =
      waiting.length >= mostWaiting || (error instanceof DomainError && error.code === 'unprocessable')
    if (!lost) waiting.push(event)
    log.error({ err: error, action, actor, lost }, 'A note of the trail could not be kept.')
    const words = 'It was done, but the trail could not keep a note of it. Look before you do it again.'
    return new DomainError('database-unavailable', words, { cause: error })
  }

  return {
    async record(caller, note) {
      const event = eventOf(caller, note, clock.nowMs())
      try {
        await keepWaitingOnce()
        await repository.insert([event])
      } catch (error) {
        throw letWait(event, error)
      }
    },
    async assertKeeping() {
      try {
        await keepWaitingOnce()
      } catch (cause) {
        const words = 'The trail cannot keep notes right now, so nothing that needs one is begun.'
        throw new DomainError('database-unavailable', words, { cause })
      }
    },
    async close() {
      await keepWaitingOnce().catch((error: unknown) =>
        log.error({ err: error, lost: waiting.length }, 'Notes of the trail were lost.'),
      )
    },
  }
}
