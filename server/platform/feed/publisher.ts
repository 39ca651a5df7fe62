import type { Clock } from '../clock.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { Followed } from './follower.ts'
import { type LiveRows, releaseRows, retainRows, segmentsOf } from '../../engine/snapshot/live-rows.ts'
import { createSnapshot } from '../../engine/snapshot/snapshot.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'
import type { Lease } from './snapshot-store.ts'

/** Makes versions current, one after another, and gives leases on them. */
export interface Publisher {
  /** Makes the followed state the current snapshot, unless it already is. */
  publish(followed: Followed): void
  snapshot(): Snapshot
  /** The current snapshot, with its memory held until the lease is released (once; again does nothing). */
  lease(): Lease
  onChange(callback: (version: string) => void): () => void
  close(): void
}

interface Published extends Followed {
  readonly snapshot: Snapshot
}

/** A publisher whose first version is `first`. */
export function createPublisher(
  place: { readonly projection: Projection; readonly timezone: string; readonly clock: Clock },
  first: Followed,
): Publisher {
  const listeners = new Set<(version: string) => void>()
  const hold = (followed: Followed): Published => {
    retainRows(followed.rows)
    const { rows, layers, position } = followed
    const snapshot = createSnapshot({
      ...place,
      position,
      layers,
      loadedAtMs: place.clock.nowMs(),
      segments: segmentsOf(rows),
      totals: rows.totals,
    })
    return { ...followed, snapshot }
  }
  let current = hold(first)

  return {
    publish(followed) {
      if (followed.rows === current.rows && followed.layers === current.layers) return
      const before = current
      current = hold(followed)
      releaseRows(before.rows)
      if (hasSameContent(before.snapshot, current.snapshot)) return
      for (const listener of listeners) listener(current.snapshot.version)
    },
    snapshot: () => current.snapshot,
    lease: () => leaseOf(current.snapshot, current.rows),
    onChange(callback) {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    close: () => releaseRows(current.rows),
  }
}

function hasSameContent(a: Snapshot, b: Snapshot): boolean {
  return a.version === b.version && a.layers.digest === b.layers.digest
}

/** A snapshot with its rows' memory held until the lease is released. */
export function leaseOf(snapshot: Snapshot, rows: LiveRows): Lease {
  retainRows(rows)
  let held = true
  return {
    snapshot,
    release() {
      if (held) releaseRows(rows)
      held = false
    },
  }
}
