import type { MultiPolygon } from 'geojson'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { hasStudyArea, populationAreas } from './population-areas.ts'
import type { PopulationTask } from './population-task.ts'
import { createResultCache } from '../platform/result-cache.ts'

/** Gives the population of cells of a snapshot; remembers it by the areas that it was made from. */
export interface Populations {
  of(snapshot: Snapshot, edgeMetres: EdgeMetres): Promise<CellPopulation>
}

const POPULATION_TASK = new URL('./population-task.ts', import.meta.url)
const DERIVE_TASK = new URL('./derive-task.ts', import.meta.url)
const CACHE_BYTES = 128 * 2 ** 20
const DERIVED_BYTES = 2 ** 20
const COLUMNS = 3

/**
 * Populations by way of the pool. Where no study area is stored yet, one is derived from the snapshot's own incidents and
 * stands for that version only: `createStudyAreaService` stores it for good.
 */
export function createPopulations(pool: Pick<ComputePool, 'run'>): Populations {
  const populations = createResultCache<CellPopulation>({
    maxBytes: CACHE_BYTES,
    sizeOf: ({ landArea }) => landArea.byteLength * COLUMNS,
  })
  const derived = createResultCache<{ readonly planar: MultiPolygon | null }>({
    maxBytes: 8 * DERIVED_BYTES,
    sizeOf: () => DERIVED_BYTES,
  })

  async function deriveFor(snapshot: Snapshot) {
    const { planar } = await derived.get(snapshot.version, async () => ({
      planar: await pool.run<unknown, MultiPolygon | null>(DERIVE_TASK, snapshotHandle(snapshot)),
    }))
    return planar && { planar, key: snapshot.version }
  }

  return {
    async of(snapshot, edgeMetres) {
      const stored = snapshot.layers.features('areas')
      const areas = populationAreas(stored, hasStudyArea(stored) ? null : await deriveFor(snapshot))
      // Ids and revisions name a state within an epoch of the feed: after a restore they may mean other borders.
      return populations.get(`${snapshot.position.epoch}|${areas.digest}|${edgeMetres}`, () =>
        pool.run<PopulationTask, CellPopulation>(POPULATION_TASK, { areas, edgeMetres }),
      )
    },
  }
}
