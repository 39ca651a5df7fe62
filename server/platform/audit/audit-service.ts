import type { AuditNote, AuditLog, StoredAuditEvent } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import type { Clock } from '../clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Log } from '../log.ts'
import { eventOf } from './event-of.ts'
import type { AuditRepository } from './repository.ts'

type Event = Omit<StoredAuditEvent, 'id'>

/** The trail of a process: notes that could not be kept are kept first of all once the database takes them again. */
export interface AuditService extends AuditLog {
  /**
   * Sees that notes can be kept before something is done that needs one.
   *
   * @throws DomainError `database-unavailable` while earlier notes still wait
   */
  assertKeeping(): Promise<void>
  /**
   * Notes that work is about to be done, so that it leaves a trace whatever happens to this process.
   *
   * @throws DomainError `database-unavailable` when that cannot be noted; then it is not to be done
   */
  begin(principal: Principal, work: AuditIntent): Promise<OpenIntent>
  /**
   * Notes the work of processes that are gone, its outcome unknown.
   *
   * @param alone true where no other process can have begun any
   */
  settleLost(alone: boolean): Promise<void>
  /** Tries once more to keep what waits. */
  close(): Promise<void>
}

export type AuditIntent = Pick<AuditNote, 'kind' | 'action' | 'subject'>

/** Work that was begun. Exactly one of its ends is called. */
export interface OpenIntent {
  /**
   * @param note null when there is nothing to note besides, or it is noted already
   * @throws DomainError `database-unavailable` when it cannot be kept; what was done stays done
   */
  done(note: AuditNote | null): Promise<void>
  /** Nothing was done. Never throws. */
  refused(): Promise<void>
  /** It broke, and may have been done or not: that is noted. Never throws. */
  broke(): Promise<void>
}

interface Deps {
  readonly repository: Pick<AuditRepository, 'insert' | 'begin' | 'forget' | 'settleLost'>
  readonly clock: Clock
  readonly log: Log
  /** Notes that may wait; tests lower it. */
  readonly maxWaiting?: number
}

/** Calls under way when the database went away, and sign-ins tried since; nothing else can add to them. */
const MAX_WAITING = 5_000
const ROWS_A_WRITE = 500
/** Longer than any call takes. Whoever takes longer is noted twice: as unknown, and with what became of it. */
const LOST_AFTER_MS = 15 * 60_000

interface Waiting {
  readonly event: Event
  readonly intent: number | null
}

/**
 * Keeps notes in the database; `record` has returned when they are there.
 *
 * Work comes before its note, so a note that cannot be kept is of work that is done. It waits here, the call fails and
 * says so, and nothing more that needs a note is begun until the database has taken those that wait. Should the process
 * be killed meanwhile, it is still noted that the work was begun, and `settleLost` makes that a note.
 */
export function createAuditService({ repository, clock, log, maxWaiting = MAX_WAITING }: Deps): AuditService {
  let waiting: Waiting[] = []
  let keeping: Promise<void> | null = null

  async function keepWaiting(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, ROWS_A_WRITE)
      await repository.insert(
        some.map(({ event }) => event),
        idsOf(some),
      )
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

  async function keep(event: Event, intent: number | null): Promise<void> {
    try {
      await keepWaitingOnce()
      await repository.insert([event], idsOf([{ intent }]))
    } catch (error) {
      throw letWait({ event, intent }, error)
    }
  }

  function letWait({ event, intent }: Waiting, error: unknown): DomainError {
    const { action, actor } = event
    // One that the database will never take must not keep all others waiting.
    const lost =
      waiting.length >= maxWaiting || (error instanceof DomainError && error.code === 'unprocessable')
    if (!lost) waiting.push({ event, intent })
    log.error({ err: error, action, actor, lost }, 'A note of the trail could not be kept.')
    const message = 'It was done, but the trail could not keep a note of it. Look before you do it again.'
    return new DomainError('database-unavailable', message, { cause: error })
  }

  return {
    record: (principal, note) => keep(eventOf(principal, note, clock.nowMs()), null),
    assertKeeping: () => keepWaitingOnce().catch(cannotBegin),
    async begin(principal, work) {
      const event = eventOf(principal, work, clock.nowMs())
      await keepWaitingOnce().catch(cannotBegin)
      const id = await repository.begin(event).catch(cannotBegin)
      const forget = () => repository.forget(id)
      return {
        done: (note) =>
          note === null ? forget().catch(() => {}) : keep(eventOf(principal, note, clock.nowMs()), id),
        // What cannot be forgotten is noted as unknown later on.
        refused: () => forget().catch(() => {}),
        broke: () => keep({ ...event, detail: { outcome: 'unknown' } }, id).catch(() => {}),
      }
    },
    async settleLost(alone) {
      const lost = await repository.settleLost(alone ? clock.nowMs() + 1 : clock.nowMs() - LOST_AFTER_MS)
      if (lost > 0) log.warn({ lost }, 'Work was begun that nobody saw the end of; the trail tells of it.')
    },
    async close() {
      await keepWaitingOnce().catch((error: unknown) =>
        log.error({ err: error, lost: waiting.length }, 'Notes of the trail were lost.'),
      )
    },
  }
}

const idsOf = (intent: readonly Pick<Waiting, 'intent'>[]) =>
  intent.flatMap(({ intent: id }) => (id === null ? [] : [id]))

function cannotBegin(cause: unknown): never {
  const message = 'The trail cannot keep notes right now, so nothing that needs one is begun.'
  throw new DomainError('database-unavailable', message, { cause })
}
