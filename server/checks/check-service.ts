import { DomainError } from '../engine/errors.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { Zone } from '../engine/time/zone.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { UnitReader, UnitService } from '../units/index.ts'
import type { CheckResponse } from './check-response.ts'
import type { CheckCounts } from './check-task.ts'
import type { Evidence } from './evidence.ts'
import { createGroupSurfaces } from './group-surfaces.ts'
import { permitCheck } from './permit-check.ts'
import type { CheckRequest } from './request.ts'
import { refuseFarAway } from './scope.ts'
import { type CheckGround, siteOf } from './site.ts'
import { evidenceOf } from './site-evidence.ts'
import { createSiteCounter } from './site-counts.ts'
import { unitsForReader } from './units-for-reader.ts'
import { periodsOf } from './periods.ts'
import { unitsOfReader } from './subjects.ts'
import { cellFeatures, touchedCellFeatures } from './zones.ts'

export interface CheckServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  /** The population of cells of a snapshot that the caller holds. */
  readonly populationOn: (
    snapshot: Snapshot,
    edgeMetres: EdgeMetres,
    reader: UnitReader,
  ) => Promise<CellPopulation>
  readonly units: Pick<UnitService, 'ready' | 'ofCut' | 'live'>
  readonly timezone: Zone
  readonly demo: boolean
}

export interface CheckOptions {
  readonly signal?: AbortSignal
  /** Whether incidents are counted as of the latest cut (unless given) or as of the snapshot itself. */
  readonly figures?: 'cut' | 'live'
}

export interface CheckService {
  /** The evidence for a footprint at the current version. */
  check(request: CheckRequest, audience: Audience, options?: CheckOptions): Promise<CheckResponse>
  /** The evidence for a footprint on a snapshot that the caller holds, for example a past one. */
  checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    options?: CheckOptions,
  ): Promise<CheckResponse>
}

/** Checks of proposals: geometry → sums of units on a worker, surfaces and profiles from the cache → evidence → hash. */
export function createCheckService(deps: CheckServiceDeps): CheckService {
  const { timezone: zone, units, demo } = deps
  const countSite = createSiteCounter(deps.pool, zone)
  const groupSurfaces = createGroupSurfaces(deps.pool)
  const surfacesOf = async ({ site, populationOf, population, readerUnits, periods }: CheckGround) =>
    groupSurfaces({
      units: readerUnits.units,
      reader: readerUnits.reader,
      periods,
      unitPopulation: population,
      population: await populationOf(site.edgeMetres),
    })

  async function checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    { signal, figures = 'cut' }: CheckOptions = {},
  ): Promise<CheckResponse> {
    const permitted = permitCheck(audience, snapshot.layers.sources)
    const site = siteOf(request, snapshot)
    const isAnalyst = seesEverything(audience)
    if (isAnalyst) refuseEmpty(snapshot)
    const populationOf = (edge: EdgeMetres) =>
      deps.populationOn(snapshot, edge, isAnalyst ? 'analyst' : 'staff')
    const population = await populationOf(UNIT_EDGE)
    refuseFarAway(site.footprint, population)
    const unitsOf = figures === 'live' ? units.live : units.ofCut
    const readerUnits = await unitsForReader(unitsOf, { snapshot, population, permitted, isAnalyst })
    const periods = periodsOf(request, unitsOfReader(readerUnits.reader), readerUnits.units, {
      sources: readerUnits.sources,
      zone,
    })
    const ground = { snapshot, site, populationOf, population, readerUnits, periods }
    const [counted, surfaces] = await whenAllEnded([
      countSite(ground, { unitsOf, sources: permitted.sources, isAnalyst, signal }),
      surfacesOf(ground),
    ])
    const evidence = evidenceOf(ground, { counted, surfaces, demo, ownProposalId: request.proposalId })
    return responseOf(evidence, ground, {
      cutAtMs: figures === 'live' ? null : readerUnits.units.atMs,
      counted,
    })
  }

  return {
    checkOn,
    async check(request, audience, options) {
      const figures = seesEverything(audience) ? 'live' : 'cut'
      if (figures === 'cut') await units.ready()
      const lease = deps.snapshots.acquire()
      try {
        return await checkOn(lease.snapshot, request, audience, { ...options, figures })
      } finally {
        lease.release()
      }
    },
  }
}

function refuseEmpty({ incidents }: Snapshot): void {
  if (incidents === 0) throw new DomainError('unprocessable', 'There are no incidents to check against yet.')
}

/** The evidence with its hash, and the unstored parts of the response. */
function responseOf(
  evidence: Evidence,
  { snapshot: { projection } }: CheckGround,
  { cutAtMs, counted }: { readonly cutAtMs: number | null; readonly counted: CheckCounts },
): CheckResponse {
  return {
    evidence,
    sha256: sha256Hex(canonicalJson(evidence)),
    cells: cellFeatures(evidence.zones, projection),
    touchedCells: touchedCellFeatures(evidence, projection),
    cutAt: cutAtMs === null ? null : new Date(cutAtMs).toISOString(),
    exact: counted.exact,
  }
}
