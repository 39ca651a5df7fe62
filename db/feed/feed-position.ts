import type { FeedPosition } from '../../server/engine/snapshot/incident-batch.ts'

/** Header of a poll: the one JSON text of `feedChangesSql`. */
export interface FeedHeader {
  readonly epoch: string
  readonly xmin: string
  /** Rows erased before this transaction are no longer reported. */
  readonly horizon: string
  /** `pg_current_snapshot()` as text. */
  readonly snapshot: string
  readonly standby: boolean
  /** Tables of the small layers that changed. */
  readonly layers: readonly string[]
  /** The transactions whose changes were delivered, in no order. */
  readonly transactions: readonly string[]
}

/**
 * The position after a poll. Transactions that were delivered are remembered until the oldest running one has
 * passed them: a long transaction elsewhere must not bring the same rows again with every poll.
 *
 * @param before the position that was polled from, null for a load
 */
export function nextPosition(header: FeedHeader, before: FeedPosition | null): FeedPosition {
  const xmin = BigInt(header.xmin)
  const delivered = new Set([...(before?.seen ?? []), ...header.transactions].map(BigInt))
  const seen = [...delivered].filter((xid) => xid >= xmin).sort((a, b) => (a < b ? -1 : 1))
  const unchanged = before !== null && header.transactions.length === 0
  return {
    epoch: header.epoch,
    xmin: header.xmin,
    seen: seen.map(String),
    visible: unchanged ? before.visible : visibleText(header, seen),
  }
}

/** Edges of the gaps that the next poll searches: seen transactions, and the end of the completed ones. */
export function edgesAfter({ xmin, seen }: FeedPosition): readonly string[] {
  return [...seen, String(BigInt(xmin) - 1n)]
}

/** Whether the database does not continue from the position, or has erased rows that were not reported. */
export function isBehind({ epoch, xmin, horizon }: FeedHeader, before: FeedPosition): boolean {
  const stands = BigInt(before.xmin)
  return epoch !== before.epoch || BigInt(xmin) < stands || stands < BigInt(horizon)
}

/**
 * The snapshot's text. On a standby `pg_current_snapshot()` leaves out which transactions were running, so there it
 * is put together from what was delivered: everything below xmin, and of the rest what was seen.
 */
function visibleText({ standby, snapshot, xmin }: FeedHeader, seen: readonly bigint[]): string {
  if (!standby) return snapshot
  const last = seen.at(-1)
  if (last === undefined) return `${xmin}:${xmin}:`
  const known = new Set(seen)
  const running: bigint[] = []
  for (let xid = BigInt(xmin); xid < last; xid++) if (!known.has(xid)) running.push(xid)
  return `${xmin}:${last + 1n}:${running.join(',')}`
}
