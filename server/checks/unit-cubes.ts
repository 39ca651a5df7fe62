import { registersBySource } from '../engine/disclosure/registers.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import { createResultCache } from '../platform/result-cache.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitCubeTask } from './unit-cube-task.ts'

const TASK = new URL('./unit-cube-task.ts', import.meta.url)
const CACHE_BYTES = 512 * 2 ** 20
const DEADLINE_MS = 30_000

/**
 * The cube of units of a snapshot, made on a worker when it is first needed and at most once for each version, population
 * and set of sources. The caller holds the snapshot.
 */
export function createUnitCubes(pool: Pick<ComputePool, 'run'>, zone: Zone) {
  const cubes = createResultCache<UnitCube>({
    maxBytes: CACHE_BYTES,
    sizeOf: ({ buffer }) => buffer.byteLength,
  })
  return (snapshot: Snapshot, population: CellPopulation, sources: readonly Source[]): Promise<UnitCube> => {
    const { edgeMetres, i0, j0, columns, rows } = population
    const block = { edgeMetres, i0, j0, columns, rows }
    const registerOfSource = registersBySource(snapshot.sourceIds, sources)
    const rules = { block, zone, registerOfSource, precisionMask: DEFAULT_PRECISION_MASK }
    const { epoch } = snapshot.position
    return cubes.get([epoch, snapshot.version, population.digest, registerOfSource].join('|'), () =>
      pool.run<UnitCubeTask, UnitCube>(
        TASK,
        { handle: snapshotHandle(snapshot), rules },
        { deadlineMs: DEADLINE_MS },
      ),
    )
  }
}
