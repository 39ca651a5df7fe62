import type { MultiPolygon } from 'geojson'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitReader } from '../engine/units/unit-kinds.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { derivedArea } from './derived-area.ts'
import { hasStudyArea, populationAreas } from './population-areas.ts'
import type { PopulationTask } from './population-task.ts'
import { createResultCache } from '../platform/result-cache.ts'

/** Gives the population of cells of a snapshot; remembers it by the areas that it was made from. */
export interface Populations {
  /** @param reader whose figures are counted in it */
  of(snapshot: Snapshot, edgeMetres: EdgeMetres, reader: UnitReader): Promise<CellPopulation>
}

const POPULATION_TASK = new URL('./population-task.ts', import.meta.url)
const CACHE_BYTES = 128 * 2 ** 20
const DERIVED_BYTES = 2 ** 20
const COLUMNS = 3

/**
 * Populations by way of the pool. Where no study area is stored, one is derived from the snapshot's own incidents and stands
 * for that version only: `createStudyAreaService` stores what may be derived for staff, for good. Where staff are told of too few
 * incidents, whoever sees them all has an area from them all, and staff have none.
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

  async function deriveFor(snapshot: Snapshot, reader: UnitReader) {
    const key = `${snapshot.version} ${reader}`
    const { planar } = await derived.get(key, async () => ({
      planar: await derivedArea(pool, snapshot, reader),
    }))
    return planar && { planar, key }
  }

  return {
    async of(snapshot, edgeMetres, reader) {
      const stored = snapshot.layers.features('areas')
      const areas = populationAreas(stored, hasStudyArea(stored) ? null : await deriveFor(snapshot, reader))
      // Ids and revisions name a state within an epoch of the feed: after a restore they may mean other borders.
      return populations.get(`${snapshot.position.epoch}|${areas.digest}|${edgeMetres}`, () =>
        pool.run<PopulationTask, CellPopulation>(POPULATION_TASK, { areas, edgeMetres }),
      )
    },
  }
}
