import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import { everyRow } from '../engine/snapshot/row-scope.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { PART_EDGE } from '../engine/units/build-part-cube.ts'
import type { Zone } from '../engine/time/zone.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitService } from '../units/index.ts'
import type { CheckCounts, CheckTask } from './check-task.ts'
import { matchedOn } from './matched-on.ts'
import type { CheckGround } from './site.ts'
import { taskCounts } from './task-counts.ts'

const TASK = new URL('./check-task.ts', import.meta.url)
const DEADLINE_MS = 30_000

interface CountOptions {
  readonly unitsOf: UnitService['live']
  /** The sources open to the caller. */
  readonly sources: readonly Source[]
  /** Whether rows are counted exactly as well. */
  readonly isAnalyst: boolean
  readonly signal: AbortSignal | undefined
}

/** Counts the units of a site and its rings, of its parts of the week, and ranks it, on a worker. */
export function createSiteCounter(pool: ComputePool, zone: Zone) {
  return async (
    { snapshot, site, populationOf, population, readerUnits, periods }: CheckGround,
    { unitsOf, sources, isAnalyst, signal }: CountOptions,
  ): Promise<CheckCounts> => {
    const partPopulation = await populationOf(PART_EDGE)
    const { reader } = readerUnits
    const parts = await unitsOf(snapshot, { population: partPopulation, sources, reader })
    const hasExact = isAnalyst && readerUnits.sources.length > 0
    const { period } = periods.of.month
    const excludedSources = excluded(snapshot.sourceIds, sources)
    const task: CheckTask = {
      handle: snapshotHandle(snapshot),
      footprint: site.footprint,
      ringMetres: site.ringMetres,
      cube: readerUnits.units.cube,
      population,
      counts: taskCounts(periods, zone),
      reader,
      matchedOn: matchedOn(snapshot.layers.features('areas')),
      parts: { cube: parts.cube, population: partPopulation, years: periods.of.year!.months },
      exact: hasExact ? { period, scope: { ...everyRow(DEFAULT_PRECISION_MASK), excludedSources } } : null,
    }
    const options = { deadlineMs: DEADLINE_MS, ...(signal === undefined ? {} : { signal }) }
    return pool.run<CheckTask, CheckCounts>(TASK, task, options)
  }
}

/** 1 by source index for those that are not open; null where all are. */
function excluded(sourceIds: readonly string[], open: readonly Source[]): Uint8Array | null {
  const closed = Uint8Array.from(sourceIds, (id) => (open.some((source) => source.id === id) ? 0 : 1))
  return closed.includes(1) ? closed : null
}
