import type { Projection } from '../../engine/projection/projection.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { buildBase } from './build-base.ts'
import { createBufferPool } from '../../engine/snapshot/buffer-pool.ts'
import type { ComputePool } from '../workers/compute-pool.ts'
import { loadLayers } from '../../engine/snapshot/layer-snapshot.ts'
import { releaseRows, rowsOfBase, segmentsOf } from '../../engine/snapshot/live-rows.ts'
import { leaseOf } from './publisher.ts'
import { createSnapshot } from '../../engine/snapshot/snapshot.ts'
import type { IncidentBatch } from '../../engine/snapshot/incident-batch.ts'
import type { Lease } from './snapshot-store.ts'
import type { IncidentFeed, LayerHistory } from './repository.ts'

export interface AsOfDeps {
  readonly feed: Pick<IncidentFeed, 'loadAsOf' | 'erasedSince'>
  readonly features: LayerHistory
  readonly projection: Projection
  readonly zone: Zone
  readonly pool: ComputePool
}

/** A lease of a past snapshot. */
export interface PastLease extends Lease {
  /** Whether states have been erased since: if so, some rows may be missing. */
  readonly erasedSince: boolean
}

/**
 * The snapshot that was current when a review was made, rebuilt from the history that is kept; its version may
 * differ.
 *
 * @param visible `position.visible` of the snapshot that is wanted
 * @throws DomainError `unprocessable` for a text of another database
 */
export async function openSnapshotAsOf(deps: AsOfDeps, visible: string): Promise<PastLease> {
  const { feed, features, projection, zone, pool } = deps
  const batches: IncidentBatch[] = []
  await feed.loadAsOf(visible, (batch) => void batches.push(batch))
  const layers = loadLayers(await features.readAsOf(visible), projection)
  const erasedSince = await feed.erasedSince(visible)
  const memory = createBufferPool()
  const base = await buildBase({ memory, pool, place: { projection, zone } }, { segments: [], batches })
  const rows = rowsOfBase(base, memory)
  const snapshot = createSnapshot({
    position: { epoch: '', xmin: '0', seen: [], visible },
    loadedAtMs: 0,
    segments: segmentsOf(rows),
    totals: rows.totals,
    layers,
    projection,
    timezone: zone.name,
  })
  const lease = leaseOf(snapshot, rows)
  releaseRows(rows)
  return { ...lease, erasedSince }
}
