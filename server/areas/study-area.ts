import type { MultiPolygon } from 'geojson'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { derivedArea } from './derived-area.ts'
import { hasStudyArea } from './population-areas.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { FeatureRepository } from '../layers/index.ts'

export interface StudyAreaDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire' | 'refresh'>
  readonly features: Pick<FeatureRepository, 'insert'>
  readonly pool: Pick<ComputePool, 'run'>
}

export interface StudyAreaService {
  /**
   * Stores a study area derived from the incidents that staff are told of, when there are enough of them and no study area:
   * once, so that the population of cells does not change with the data. To derive anew, remove it first.
   *
   * @returns whether one was stored
   */
  ensure(): Promise<boolean>
}

export function createStudyAreaService({ snapshots, features, pool }: StudyAreaDeps): StudyAreaService {
  let inFlight: Promise<boolean> | null = null

  async function ensureOnce(): Promise<boolean> {
    const planar = await derive()
    if (planar === null) return false
    await features.insert('areas', { planar, properties: DERIVED })
    await snapshots.refresh()
    return true
  }

  async function derive(): Promise<MultiPolygon | null> {
    const lease = snapshots.acquire()
    try {
      const { snapshot } = lease
      if (snapshot.incidents === 0 || hasStudyArea(snapshot.layers.features('areas'))) return null
      return await derivedArea(pool, snapshot, 'staff')
    } finally {
      lease.release()
    }
  }

  return {
    ensure() {
      inFlight ??= ensureOnce().finally(() => {
        inFlight = null
      })
      return inFlight
    },
  }
}

const DERIVED = {
  kind: 'study',
  name: 'Härlett ur händelserna',
  validFrom: null,
  validTo: null,
  residents: null,
  visitors: null,
  exposureSource: null,
  derived: true,
} as const
