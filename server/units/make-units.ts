import { registersBySource } from '../engine/disclosure/registers.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { lastClosedMonth } from '../engine/time/closed-steps.ts'
import type { Zone } from '../engine/time/zone.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitTask } from './reader-units.ts'
import type { TimedUnitQuery, ReaderUnits, UnitQuery } from './units.ts'

const TASK = new URL('./unit-cube-task.ts', import.meta.url)
export const UNITS_DEADLINE_MS = 30_000

/** Makes the units of a snapshot on a worker. The caller holds the snapshot. */
export function createUnitMaker(pool: Pick<ComputePool, 'run'>, zone: Zone) {
  return (snapshot: Snapshot, query: TimedUnitQuery): Promise<ReaderUnits> =>
    pool.run<UnitTask, ReaderUnits>(TASK, unitTask(snapshot, query, zone), { deadlineMs: UNITS_DEADLINE_MS })
}

/** The input of the worker that makes units. */
export function unitTask(
  snapshot: Snapshot,
  { population, sources, reader, atMs }: TimedUnitQuery,
  zone: Zone,
): UnitTask {
  const { edgeMetres, i0, j0, columns, rows } = population
  return {
    handle: snapshotHandle(snapshot),
    rules: {
      block: { edgeMetres, i0, j0, columns, rows },
      zone,
      registerOfSource: registersBySource(snapshot.sourceIds, sources),
      precisionMask: DEFAULT_PRECISION_MASK,
    },
    reader,
    closedMonth: lastClosedMonth(zone, atMs),
  }
}

/** Cache key of units besides the version: equal keys, equal units. */
export function unitsKey({ population: { digest, edgeMetres }, sources, reader }: UnitQuery): string {
  return [
    reader,
    edgeMetres,
    digest,
    ...sources.map(({ id, register }) => `${id}=${register}`).toSorted(),
  ].join('|')
}
