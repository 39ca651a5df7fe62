import type { AuditNote, AuditLog, StoredAuditEvent } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import type { Clock } from '../clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Log } from '../log.ts'
import { eventOf } from './event-of.ts'
import type { AuditRepository } from './repository.ts'

type Event = Omit<StoredAuditEvent, 'id'>

/** The audit log of this process. Events that could not be stored are stored first once the database is back. */
export interface AuditService extends AuditLog {
  /**
   * Checks, before an audited command, that its event can be stored.
   *
   * @throws DomainError `database-unavailable` while earlier events still wait to be stored
   */
  assertKeeping(): Promise<void>
  /**
   * Stores an intent before work begins, so that it leaves a trace even if this process dies.
   *
   * @throws DomainError `database-unavailable` when it cannot be stored; the work must not begin then
   */
  begin(principal: Principal, work: AuditIntent): Promise<OpenIntent>
  /**
   * Turns the intents of dead processes into events with an unknown outcome.
   *
   * @param alone true when no other process can have an open intent
   */
  settleLost(alone: boolean): Promise<void>
  /** Tries once more to store the waiting events. */
  close(): Promise<void>
}

export type AuditIntent = Pick<AuditNote, 'kind' | 'action' | 'subject'>

/** An intent whose work has begun. Exactly one of its three methods is called. */
export interface OpenIntent {
  /**
   * @param note null when nothing more is to be stored, or it is stored already
   *
   * @throws DomainError `database-unavailable` when it cannot be stored; the work stays done
   */
  done(note: AuditNote | null): Promise<void>
  /** The work was refused and changed nothing. Never throws. */
  refused(): Promise<void>
  /** The work failed and may or may not have been done, which is what is stored. Never throws. */
  broke(): Promise<void>
}

interface Deps {
  readonly repository: Pick<AuditRepository, 'insert' | 'begin' | 'forget' | 'settleLost'>
  readonly clock: Clock
  readonly log: Log
  /** Events that may wait for the database; tests lower it. */
  readonly maxWaiting?: number
}

/** Bounds the calls in flight when the database went away, and the sign-ins tried since; nothing else adds to them. */
const MAX_WAITING = 5_000
const ROWS_A_WRITE = 500
/** Longer than any call takes. A call that does take longer is stored twice: as unknown, and with its outcome. */
const LOST_AFTER_MS = 15 * 60_000

interface Waiting {
  readonly event: Event
  readonly intent: number | null
}

/**
 * Stores events in the database; `record` resolves when they are there.
 *
 * Work comes before its event, so an event that cannot be stored is of work that is done. It waits here, the call
 * fails and says so, and no other audited work begins until the database has stored what waits. If the process is
 * killed meanwhile, the intent is still in the database, and `settleLost` makes an event of it.
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
    // An event that the database rejects for good must not block all others.
    const lost =
      waiting.length >= maxWaiting || (error instanceof DomainError && error.code === 'unprocessable')
    if (!lost) waiting.push({ event, intent })
    log.error({ err: error, action, actor, lost }, 'An audit event could not be stored.')
    const message = 'It was done, but the audit log could not keep a note of it. Look before you do it again.'
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
        // An intent that cannot be deleted is settled as unknown later.
        refused: () => forget().catch(() => {}),
        broke: () => keep({ ...event, detail: { outcome: 'unknown' } }, id).catch(() => {}),
      }
    },
    async settleLost(alone) {
      const lost = await repository.settleLost(alone ? clock.nowMs() + 1 : clock.nowMs() - LOST_AFTER_MS)
      if (lost > 0)
        log.warn({ lost }, 'Audit intents without an outcome were found; the audit log has them as unknown.')
    },
    async close() {
      await keepWaitingOnce().catch((error: unknown) =>
        log.error({ err: error, lost: waiting.length }, 'Audit events were lost.'),
      )
    },
  }
}

const idsOf = (intent: readonly Pick<Waiting, 'intent'>[]) =>
  intent.flatMap(({ intent: id }) => (id === null ? [] : [id]))

function cannotBegin(cause: unknown): never {
  const message = 'The audit log cannot keep notes right now, so nothing that needs one is begun.'
  throw new DomainError('database-unavailable', message, { cause })
}
