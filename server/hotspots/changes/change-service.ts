import { DomainError } from '../../engine/errors.ts'
import type { Texts } from '../../engine/texts.ts'
import type { SurfaceQuery } from '../../engine/snapshot/query.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'
import type { HotspotSurface } from '../../engine/statistics/surface-types.ts'
import { isCovered } from '../../engine/time/periods.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { Audience } from '../../platform/access/audience.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { Bbox } from '../../platform/http/fields/bbox.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { HotspotChanges } from './contract.ts'
import type { ChangeResult, ChangeTask } from './change-task.ts'
import { describeNotices } from '../describe-analysis.ts'
import { earlierPeriod } from './earlier-period.ts'
import type { HotspotService } from '../hotspot-service.ts'
import { CHANGE_METHOD, COMPARISON_REFUSALS } from '../messages.ts'

export interface ChangeService {
  /**
   * Where more or fewer incidents were recorded than in the same days some years earlier, limited to what an audience
   * may see of either.
   *
   * @throws DomainError `forbidden`, `unprocessable` where the periods cannot be compared
   */
  compare(
    audience: Audience,
    query: SurfaceQuery,
    options: { readonly years: number; readonly bbox: Bbox | null },
  ): Promise<HotspotChanges>
}

interface Deps {
  readonly hotspots: Pick<HotspotService, 'ready' | 'permittedOn' | 'surfaceOn' | 'timeSpanOn'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: Pick<ComputePool, 'run'>
  readonly zone: Zone
}

const TASK = new URL('./change-task.ts', import.meta.url)
const DEADLINE_MS = 30_000
const ALPHA = 0.05

/** Compares two surfaces, each permitted, computed and cached as it is when it is asked for alone. */
export function createChangeService({ hotspots, snapshots, pool, zone }: Deps): ChangeService {
  /** Refuses periods that some source does not cover: missing data would look like a change. */
  const refuseUncovered = async (
    snapshot: Snapshot,
    audience: Audience,
    surfaces: readonly HotspotSurface[],
  ) => {
    const known = await hotspots.timeSpanOn(snapshot, audience)
    for (const { query } of surfaces) {
      const { fromMinute, toMinute, sources } = query.filter
      const counted = snapshot.layers.sources.filter(({ id }) => sources?.includes(id) ?? true)
      if (!isCovered(zone, [fromMinute!, toMinute!], counted, known))
        throw new DomainError('unprocessable', COMPARISON_REFUSALS.notCovered)
    }
  }

  return {
    async compare(audience, query, { years, bbox }) {
      await hotspots.ready(audience)
      const { snapshot, release } = snapshots.acquire()
      try {
        const now = hotspots.permittedOn(snapshot, audience, query)
        const spans = earlierPeriod(now.filter, years, zone)
        const [fromMinute, toMinute] = spans.before
        const earlier = { ...query, filter: { ...query.filter, fromMinute, toMinute } }
        const before = hotspots.permittedOn(snapshot, audience, earlier)
        const surfaces = [
          await hotspots.surfaceOn(snapshot, now),
          await hotspots.surfaceOn(snapshot, before),
        ] as const
        refuseUnequal(surfaces, years, zone)
        await refuseUncovered(snapshot, audience, surfaces)
        const result = await pool.run<ChangeTask, ChangeResult>(TASK, taskOf(surfaces, snapshot, bbox), {
          deadlineMs: DEADLINE_MS,
        })
        return present(surfaces, result, years, {
          zone,
          notices: describeNotices(
            surfaces[0],
            { query: now, leftOut: snapshot.layers.sources.filter(({ id }) => now.leftOut?.includes(id)) },
            zone,
          ),
        })
      } finally {
        release()
      }
    },
  }
}

type Surfaces = readonly [now: HotspotSurface, before: HotspotSurface]

/** Refuses what was counted of a period that has not ended: its earlier twin is whole. */
function refuseUnequal([now, before]: Surfaces, years: number, zone: Zone): void {
  const { before: wanted } = earlierPeriod(now.query.filter, years, zone)
  const { fromMinute, toMinute } = before.query.filter
  if (fromMinute !== wanted[0] || toMinute !== wanted[1])
    throw new DomainError('unprocessable', COMPARISON_REFUSALS.unequal)
}

function lengthOf({ query: { filter } }: HotspotSurface): number {
  return filter.toMinute! - filter.fromMinute!
}

function taskOf([now, before]: Surfaces, { projection: { srid } }: Snapshot, bbox: Bbox | null): ChangeTask {
  return {
    i: now.cells.i,
    j: now.cells.j,
    now: now.cells.sum,
    before: before.cells.sum,
    incidents: [now.totals.incidents, before.totals.incidents],
    exposureRatio: lengthOf(now) / lengthOf(before),
    edgeMetres: now.query.edgeMetres,
    srid,
    bbox,
  }
}

function present(
  [now, before]: Surfaces,
  { cells, classes, city }: ChangeResult,
  years: number,
  { zone, notices }: { readonly zone: Zone; readonly notices: readonly Texts[] },
): HotspotChanges {
  const period = ({ query: { filter }, totals }: HotspotSurface) => ({
    from: formatLocal(filter.fromMinute!, zone),
    to: formatLocal(filter.toMinute!, zone),
    incidents: totals.incidents,
  })
  const { ratio, interval, p } = city
  const high = interval?.high ?? null
  return {
    type: 'FeatureCollection',
    features: [...cells],
    analysis: {
      snapshotVersion: now.snapshotVersion,
      cell: now.query.edgeMetres,
      years,
      now: period(now),
      before: period(before),
      city: { ratio, low: interval?.low ?? null, high: high === Infinity ? null : high, p },
      classes,
      alpha: ALPHA,
      notices: [...notices],
      method: CHANGE_METHOD,
    },
  }
}
