import type { Footprint } from '../../server/checks/footprint.ts'
import { createCheckService } from '../../server/checks/check-service.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { unitsCutAt } from '../support/units-of.ts'

/** Whole checks on a snapshot without a database, with a pool of their own. */
export function openChecks(snapshot: Snapshot) {
  const pool = openComputePool({ workers: 2, queueLimit: 100 })
  const unused = () => {
    throw new Error('not asked for')
  }
  const { populationOn } = createHotspotService({ snapshots: { acquire: unused }, pool })
  const timezone = createZone(snapshot.timezone)
  const checks = createCheckService({
    snapshots: { acquire: unused },
    pool,
    populationOn,
    timezone,
    units: unitsCutAt(pool, timezone, snapshot.timeSpan!.toMinute * 60_000),
    demo: true,
  })
  return {
    /** The analyst's evidence of the last twelve months. */
    check: ({ geometry }: Footprint) => {
      const question = { geometry, fromMinute: null, toMinute: null, ringMetres: null, edgeMetres: null }
      return checks.checkOn(snapshot, { ...question, proposalId: null }, ANALYST)
    },
    close: () => pool.close(),
  }
}
