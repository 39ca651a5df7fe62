import type { IncidentFilter, PermittedSurfaceQuery } from '../../engine/snapshot/query.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'
import { stepSums } from '../../engine/time/month-sums.ts'
import { monthAt, type MonthRange, monthStart } from '../../engine/time/months.ts'
import type { Zone } from '../../engine/time/zone.ts'
import { UNIT_EDGE } from '../../engine/units/unit-cube.ts'
import type { Audience } from '../../platform/access/audience.ts'
import { snapshotHandle } from '../../platform/feed/handle.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { UnitService } from '../../units/index.ts'
import type { HotspotService } from '../hotspot-service.ts'
import type { HotspotMonths } from './contract.ts'
import type { MonthTask } from './month-task.ts'

export interface MonthService {
  /**
   * Incidents of the whole city by month, from the first to the last that an audience may see; where its units are
   * quarters or years, by these.
   *
   * @param filter of no period, hours or weekdays
   * @throws DomainError `forbidden`, `unprocessable`
   */
  count(audience: Audience, filter: IncidentFilter): Promise<HotspotMonths>
}

interface Deps {
  readonly hotspots: Pick<HotspotService, 'ready' | 'permittedOn' | 'populationOn' | 'timeSpanOn'>
  readonly units: Pick<UnitService, 'ofCut'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: Pick<ComputePool, 'run'>
  readonly zone: Zone
}

const TASK = new URL('./month-task.ts', import.meta.url)
const DEADLINE_MS = 30_000
const STEP_NAMES = { 1: 'month', 3: 'quarter', 12: 'year' } as const

/** Counts by month: the same incidents, cells and steps as those of a surface. */
export function createMonthService({ hotspots, units, snapshots, pool, zone }: Deps): MonthService {
  async function taskOf(
    snapshot: Snapshot,
    { filter, units: scope }: PermittedSurfaceQuery,
    range: MonthRange,
  ): Promise<MonthTask> {
    const population = await hotspots.populationOn(
      snapshot,
      UNIT_EDGE,
      scope === undefined ? 'analyst' : 'staff',
    )
    if (scope === undefined) return { population, range, handle: snapshotHandle(snapshot), filter, zone }
    const sources = snapshot.layers.sources.filter(({ id }) => scope.openSources?.includes(id) ?? true)
    const { cube } = await units.ofCut(snapshot, { population, sources, reader: 'staff' })
    return { population, range, cube, buckets: scope.buckets }
  }

  return {
    async count(audience, wanted) {
      await hotspots.ready(audience)
      const { snapshot, release } = snapshots.acquire()
      try {
        const query = hotspots.permittedOn(snapshot, audience, {
          edgeMetres: UNIT_EDGE,
          filter: wanted,
          time: 'from',
          exposure: 'area',
        })
        const step = query.units?.step ?? 1
        const { version: snapshotVersion } = snapshot
        const span = await hotspots.timeSpanOn(snapshot, audience)
        if (span === null) return { snapshotVersion, step: STEP_NAMES[step], periods: [] }
        const range = {
          first: monthAt(zone, span.fromMinute),
          last: Math.min(monthAt(zone, span.toMinute), query.units?.months.last ?? Infinity),
        }
        const byMonth = await pool.run<MonthTask, Float64Array>(TASK, await taskOf(snapshot, query, range), {
          deadlineMs: DEADLINE_MS,
        })
        const dayOf = (month: number) => formatLocal(monthStart(zone, month), zone).slice(0, 10)
        const periods = stepSums(byMonth, range, step).map(({ first, sum }) => ({
          from: dayOf(first),
          to: dayOf(first + step),
          incidents: sum,
        }))
        return { snapshotVersion, step: STEP_NAMES[step], periods }
      } finally {
        release()
      }
    },
  }
}
