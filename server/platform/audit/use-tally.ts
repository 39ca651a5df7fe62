import type { AuditNote, CountedRead, StoredAuditEvent } from './audit.ts'
import { actorReference, type Principal } from '../access/principal.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { eventOf } from './event-of.ts'
import type { AuditRepository } from './repository.ts'

/** Counts what is too frequent for an event each: reads of points and units, and uses of keys. */
export interface UseTally {
  /** One read, by the operation's id: `getTile`, `listIncidents`, … */
  read(principal: Principal, kind: CountedRead, action: string): void
  /** One call. Only calls with an API key are counted. */
  called(principal: Principal): void
  /** False when so much waits for the database that reads must be refused. */
  hasRoom(): boolean
  /** Writes what is due: when keys were last used, and the counts of a window that is over. Never throws. */
  tick(): Promise<void>
  /** Writes everything. Never throws. */
  flush(): Promise<void>
}

/** Counts nothing. */
export const UNCOUNTED: UseTally = {
  read: () => {},
  called: () => {},
  hasRoom: () => true,
  tick: async () => {},
  flush: async () => {},
}

/** Stores when keys were last used. */
export interface KeyUses {
  /** Stores when keys were last used. */
  touch(uses: readonly { readonly id: number; readonly at: string }[]): Promise<void>
}

interface Deps {
  readonly audit: Pick<AuditRepository, 'insert'>
  readonly keys: KeyUses
  readonly clock: Clock
  readonly log: Log
  /** Sessions and keys that are counted before their window ends early; tests lower it. */
  readonly maxTallies?: number
  /** Events that may wait for the database; tests lower it. */
  readonly maxWaiting?: number
}

/** What one session or key did since the window began. */
interface Tally {
  readonly principal: Principal
  /** By kind, then by the operation's id. */
  readonly reads: Map<CountedRead, Map<string, number>>
  calls: number
}

type Event = Omit<StoredAuditEvent, 'id'>

const SUBJECT: Readonly<Record<CountedRead, string>> = { 'points-read': 'incidents', 'units-read': 'units' }
const WINDOW_MS = 5 * 60_000
const MAX_TALLIES = 20_000
const MAX_WAITING = 60_000
const ROWS_A_WRITE = 500

/**
 * Counts in memory and writes one event for each session or key, operation and five minutes.
 *
 * A read costs a look-up and an increment, because every tile of points is one. A killed process loses the counts not
 * yet written: at most five minutes of reads, never a change. An ordinary stop writes them.
 */
export function createUseTally(deps: Deps): UseTally {
  const { audit, keys, clock, log, maxTallies = MAX_TALLIES, maxWaiting = MAX_WAITING } = deps
  let byPrincipal = new WeakMap<Principal, Tally>()
  let bySession = new Map<string, Tally>()
  let beganMs = clock.nowMs()
  let usedKeys = new Set<number>()
  let waiting: readonly Event[] = []

  /** Keyed by session: a principal that was looked up again is another object but the same session. */
  function beginTally(principal: Principal): Tally {
    if (bySession.size >= maxTallies) closeWindow()
    const session = sessionOf(principal)
    const tally = bySession.get(session) ?? { principal, reads: new Map(), calls: 0 }
    bySession.set(session, tally)
    byPrincipal.set(principal, tally)
    return tally
  }

  function closeWindow(): void {
    const nowMs = clock.nowMs()
    const detail = { from: new Date(beganMs).toISOString(), to: new Date(nowMs).toISOString() }
    const events = [...bySession.values()].flatMap((tally) =>
      notesOf(tally, detail).map((note) => eventOf(tally.principal, note, nowMs)),
    )
    waiting = [...waiting, ...events]
    byPrincipal = new WeakMap()
    bySession = new Map()
    beganMs = nowMs
  }

  async function touchKeys(): Promise<void> {
    const at = new Date(clock.nowMs()).toISOString()
    const uses = [...usedKeys].map((id) => ({ id, at }))
    usedKeys = new Set()
    if (uses.length > 0) await keys.touch(uses)
  }

  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const some = waiting.slice(0, ROWS_A_WRITE)
      await audit.insert(some)
      waiting = waiting.slice(some.length)
    }
  }

  const writing = inTurn(async () => {
    await touchKeys()
    await write()
  })
  const writeWithRetry = () =>
    writing().catch((error: unknown) =>
      log.error(
        { err: error, waiting: waiting.length },
        'Counts of reads and key uses could not be written; they wait.',
      ),
    )

  return {
    read(principal, kind, action) {
      const { reads } = byPrincipal.get(principal) ?? beginTally(principal)
      let counts = reads.get(kind)
      if (counts === undefined) reads.set(kind, (counts = new Map()))
      counts.set(action, (counts.get(action) ?? 0) + 1)
    },
    called(principal) {
      if (principal.actor.kind !== 'key') return
      const tally = byPrincipal.get(principal) ?? beginTally(principal)
      tally.calls++
      usedKeys.add(principal.actor.keyId)
    },
    hasRoom: () => waiting.length < maxWaiting,
    tick() {
      const elapsedMs = clock.nowMs() - beganMs
      // Below zero when the clock was set back.
      if (elapsedMs >= WINDOW_MS || elapsedMs < 0) closeWindow()
      return writeWithRetry()
    },
    flush() {
      closeWindow()
      return writeWithRetry()
    },
  }
}

function notesOf(
  { principal: { actor }, reads, calls }: Tally,
  detail: AuditNote['detail'] & {},
): AuditNote[] {
  const read = [...reads].flatMap(([kind, counts]) =>
    [...counts].map(
      ([action, count]): AuditNote => ({ kind, action, subject: SUBJECT[kind], detail, count }),
    ),
  )
  if (calls === 0) return read
  return [
    ...read,
    { kind: 'key-use', action: 'useKey', subject: actorReference(actor), detail, count: calls },
  ]
}

function sessionOf({ actor }: Principal): string {
  const session = actor.kind === 'account' ? `/${actor.sessionId}` : ''
  return `${actorReference(actor)}${session}`
}

/** Runs one piece of work at a time, so that no two write the same counts. */
function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve()
  return () => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
