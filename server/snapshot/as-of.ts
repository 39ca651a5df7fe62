import { DomainError } from '../domain/errors.ts'
import type { FeatureRepository, IncidentBatch, IncidentFeed } from '../domain/ports.ts'
import type { Projection } from '../domain/projection.ts'
import type { Zone } from '../domain/zone.ts'
import { buildBase } from './base.ts'
import { createBufferPool } from './buffer-pool.ts'
import type { ComputePool } from './compute-pool.ts'
import { loadLayers } from './layer-snapshot.ts'
import { releaseRows, rowsOfBase, segmentsOf } from './live-rows.ts'
import { leaseOf } from './publisher.ts'
import { createSnapshot } from './snapshot.ts'
import type { Lease } from './types.ts'

export interface AsOfDeps {
  readonly feed: Pick<IncidentFeed, 'loadAsOf'>
  readonly features: Pick<FeatureRepository, 'readAsOf'>
  readonly projection: Projection
  readonly zone: Zone
  readonly pool: ComputePool
}

/**
 * The snapshot that was current when a review was made, rebuilt from history.
 *
 * @param visible `position.visible` of the snapshot that is wanted
 * @param version the version that it had
 * @throws DomainError `unprocessable` when history no longer gives that version
 */
export async function openSnapshotAsOf(deps: AsOfDeps, visible: string, version: string): Promise<Lease> {
  const { feed, features, projection, zone, pool } = deps
  const batches: IncidentBatch[] = []
  await feed.loadAsOf(visible, (batch) => void batches.push(batch))
  const layers = loadLayers(await features.readAsOf(visible), projection)
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
  if (snapshot.version === version) return lease
  lease.release()
  throw new DomainError(
    'unprocessable',
    `The data of version ${version} are no longer complete: what is left of them is version ${snapshot.version}.`,
  )
}
