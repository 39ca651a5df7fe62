import type { Clock } from '../clock.ts'
import { DomainError } from '../../engine/errors.ts'
import type { IncidentColumns } from '../../engine/snapshot/incident-columns.ts'
import type { Log } from '../log.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { createBufferPool } from '../../engine/snapshot/buffer-pool.ts'
import type { ComputePool } from '../workers/compute-pool.ts'
import { openFollower } from './follower.ts'
import { startHints } from './hints.ts'
import { startPollLoop } from './poll-loop.ts'
import { createPublisher } from './publisher.ts'
import type { SnapshotStore } from './snapshot-store.ts'
import type { IncidentFeed, LayerHistory } from './repository.ts'

export interface SnapshotStoreDeps {
  readonly feed: IncidentFeed
  readonly features: LayerHistory
  readonly projection: Projection
  readonly zone: Zone
  readonly pool: ComputePool
  readonly clock: Clock
  readonly log: Log
  /** Time between polls, milliseconds; default 250. */
  readonly pollMs?: number
}

const POLL_MS = 250

/**
 * Loads everything that the database holds and keeps up with it: load → poll → apply → publish.
 *
 * @throws what the database throws when the first load fails; later failures are retried
 */
export async function openSnapshotStore(deps: SnapshotStoreDeps): Promise<SnapshotStore> {
  const { projection, zone, clock, log, feed } = deps
  const memory = createBufferPool()
  const preparations: ((base: IncidentColumns) => Promise<void>)[] = []
  const follower = await openFollower({
    ...deps,
    memory,
    place: { projection, zone },
    async beforeCompacted(base) {
      const prepared = await Promise.allSettled(preparations.map((prepare) => prepare(base)))
      for (const outcome of prepared) {
        if (outcome.status === 'rejected')
          log.warn(
            { err: outcome.reason },
            'could not build the cubes of the new base; they are built on request',
          )
      }
    },
    onCompacted: () => loop.wake(),
    onFailure: (error) => log.warn({ err: error }, 'could not compact the snapshot; keeping the old base'),
  })
  const publisher = createPublisher({ projection, timezone: zone.name, clock }, follower.current())
  const loop = startPollLoop({
    async step() {
      await follower.step()
      publisher.publish(follower.current())
    },
    pollMs: deps.pollMs ?? POLL_MS,
    clock,
    log,
  })
  const stopHints = startHints(feed, () => loop.wake(), log)
  const first = publisher.snapshot()
  log.info({ version: first.version, incidents: first.incidents }, 'snapshot loaded')
  let closed = false

  return {
    acquire() {
      if (closed) throw new DomainError('busy', 'The server is closing.')
      return publisher.lease()
    },
    isCurrent: (snapshot) => publisher.snapshot() === snapshot,
    refresh: () => loop.next(),
    beforeCompacted: (prepare) => void preparations.push(prepare),
    onChange: (callback) => publisher.onChange(callback),
    status() {
      const { version, incidents, loadedAtMs } = publisher.snapshot()
      const { usedBytes, freeBytes } = memory.stats()
      const lagMs = Math.max(0, clock.nowMs() - loop.succeededAtMs())
      return { version, incidents, loadedAtMs, lagMs, bytes: usedBytes + freeBytes }
    },
    async close() {
      if (closed) return
      closed = true
      await stopHints()
      await loop.stop()
      publisher.close()
      await follower.close()
    },
  }
}
