import { ANALYST, type Audience } from '../../server/platform/access/audience.ts'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import { createCheckService } from '../../server/checks/check-service.ts'
import type { CheckResponse } from '../../server/checks/check-response.ts'
import type { CheckRequest } from '../../server/checks/request.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { unitsCutAt } from '../support/units-of.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot, PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { at, incident, inDegrees, rectangle, STOCKHOLM, TINY_LAND } from './tiny-city.ts'
import type { LayerContents } from '../../server/engine/snapshot/features.ts'

/** The year that the tests ask about. */
const YEAR = { fromMinute: at(2024, 1, 1, 0), toMinute: at(2025, 1, 1, 0) }
/** The site that they check, 200 × 250 m on land. */
const SITE = rectangle(1000, 1000, 200, 250)
/** An incident far from the site, so that the year before counts as covered; the source says how far it reaches. */
export const FIRST = incident(3900, 10, at(2022, 12, 1))

/** Checks a site in the tiny city, with a worker of its own. */
export interface TinyCheck {
  check(
    rows: readonly Partial<IncidentContent>[],
    layers?: Partial<LayerContents>,
    more?: Partial<CheckRequest>,
    audience?: Audience,
  ): Promise<CheckResponse>
  close(): Promise<void>
}

export function openTinyCheck(): TinyCheck {
  const pool = sharedWorkers()
  const acquire = () => {
    throw new Error('A check on a snapshot that is held asks for no other.')
  }
  const { populationOn } = createHotspotService({ snapshots: { acquire }, pool })
  const service = createCheckService({
    snapshots: { acquire },
    pool,
    populationOn,
    timezone: STOCKHOLM,
    units: unitsCutAt(pool, STOCKHOLM, at(2025, 2, 15) * 60_000),
    demo: false,
  })
  return {
    check(rows, layers = {}, more = {}, audience = ANALYST) {
      const sources = sourcesOf([PLAIN_ROW]).map((source) => ({ ...source, coversTo: '2025-01-31' }))
      const snapshot = makeSnapshot({ rows, layers: { ...TINY_LAND, sources, ...layers } })
      const site = { geometry: inDegrees(SITE), ringMetres: null, edgeMetres: null, proposalId: null }
      return service.checkOn(snapshot, { ...site, ...YEAR, ...more }, audience)
    },
    close: () => pool.close(),
  }
}
