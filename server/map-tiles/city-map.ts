import type { Snapshot } from '../engine/snapshot/types.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { HotspotService } from '../hotspots/index.ts'
import type { Audience } from '../platform/access/audience.ts'
import { mayAddToMap } from '../platform/access/layer-access.ts'
import type { Clock } from '../platform/clock.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import type { CityMap } from './contract.ts'
import { missingOf } from './missing.ts'
import type { TileService } from './tile-service.ts'

export interface CityMapService {
  /** The city's map as an audience first sees it. @throws DomainError `busy` before the first load */
  describe(audience: Audience): Promise<CityMap>
}

interface Deps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly hotspots: Pick<HotspotService, 'ready' | 'timeSpanOn'>
  readonly tiles: Pick<TileService, 'boundsOf'>
  readonly zone: Zone
  readonly clock: Clock
  /** The demo city reports nothing missing. */
  readonly demo: boolean
  readonly hasBaseMap: boolean
}

const MINUTE_MS = 60_000

/** The service of the city's map: its bounds, the time span of its incidents, and missing layers. */
export function createCityMapService(deps: Deps): CityMapService {
  const { snapshots, hotspots, tiles, zone, clock, demo, hasBaseMap } = deps

  function lastDay(span: Snapshot['timeSpan']): string | null {
    if (span === null) return null
    const minute = Math.min(span.toMinute, Math.floor(clock.nowMs() / MINUTE_MS))
    return formatLocal(minute, zone).slice(0, 10)
  }

  return {
    async describe(audience) {
      await hotspots.ready(audience)
      const { snapshot, release } = snapshots.acquire()
      try {
        const [west, south, east, north] = await tiles.boundsOf(snapshot, audience)
        const mends = !demo && mayAddToMap(audience)
        return {
          bounds: [west, south, east, north],
          incidentsThrough: lastDay(await hotspots.timeSpanOn(snapshot, audience)),
          missing: mends ? [...missingOf(snapshot, hasBaseMap)] : [],
        }
      } finally {
        release()
      }
    },
  }
}
