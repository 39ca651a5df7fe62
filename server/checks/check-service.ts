import { DomainError } from '../engine/errors.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import { everyRow } from '../engine/snapshot/row-scope.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { Zone } from '../engine/time/zone.ts'
import { PART_EDGE } from '../engine/units/build-part-cube.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { Units, UnitReader, UnitService } from '../units/index.ts'
import type { CheckCounts, CheckTask } from './check-task.ts'
import { computeEvidence } from './compute-evidence.ts'
import type { CheckAnswer } from './check-answer.ts'
import { parseFootprint } from './footprint.ts'
import { createGroupSurfaces } from './group-surfaces.ts'
import { periodsOf } from './periods.ts'
import { type PermittedCheck, permitCheck } from './permit-check.ts'
import { provenanceOf } from './provenance.ts'
import { type CheckRequest, edgeOfRequest, ringsOfRequest } from './request.ts'
import { queryOf, refuseFarAway } from './scope.ts'
import { matchedOn } from './matched-on.ts'
import { unitsOfReader } from './subjects.ts'
import { taskCounts } from './task-counts.ts'
import { cellFeatures } from './zones.ts'

export interface CheckServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  /** The population of cells of a snapshot that the caller holds. */
  readonly populationOn: (snapshot: Snapshot, edgeMetres: EdgeMetres) => Promise<CellPopulation>
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
  check(request: CheckRequest, audience: Audience, options?: CheckOptions): Promise<CheckAnswer>
  /** The same on a snapshot that the caller holds, for example one of the past. */
  checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    options?: CheckOptions,
  ): Promise<CheckAnswer>
}

const TASK = new URL('./check-task.ts', import.meta.url)
const DEADLINE_MS = 30_000

/** Checks of proposals: geometry → sums of units on a worker, surfaces and profiles from the cache → evidence → hash. */
export function createCheckService(deps: CheckServiceDeps): CheckService {
  const { timezone: zone, units } = deps
  const groupSurfaces = createGroupSurfaces(deps.pool)

  async function checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    { signal, figures = 'cut' }: CheckOptions = {},
  ): Promise<CheckAnswer> {
    if (snapshot.incidents === 0)
      throw new DomainError('unprocessable', 'There are no incidents to check against yet.')
    const permitted = permitCheck(audience, snapshot.layers.sources)
    const footprint = parseFootprint(request.geometry, snapshot.projection)
    const [ringMetres, edgeMetres] = [ringsOfRequest(request), edgeOfRequest(request)]
    const population = await deps.populationOn(snapshot, UNIT_EDGE)
    refuseFarAway(footprint, population)
    const unitsOf = figures === 'live' ? units.live : units.ofCut
    const isAnalyst = seesEverything(audience)
    const told = await unitsForReader(unitsOf, snapshot, population, permitted, isAnalyst)
    const { reader, sources, limitedTo } = told
    const periods = periodsOf(request, unitsOfReader(reader), told.units, { sources, zone })
    const { period } = periods.of.month

    const partPopulation = await deps.populationOn(snapshot, PART_EDGE)
    const parts = await unitsOf(snapshot, { population: partPopulation, sources: permitted.sources, reader })
    const task: CheckTask = {
      handle: snapshotHandle(snapshot),
      footprint,
      ringMetres,
      cube: told.units.cube,
      population,
      counts: taskCounts(periods, zone),
      reader,
      matchedOn: matchedOn(snapshot.layers.features('areas')),
      parts: { cube: parts.cube, population: partPopulation, years: periods.of.year!.months },
      exact: isAnalyst && sources.length > 0 ? { period, scope: everyRow(DEFAULT_PRECISION_MASK) } : null,
    }
    const [counted, surfaces] = await whenAllEnded([
      deps.pool.run<CheckTask, CheckCounts>(TASK, task, {
        deadlineMs: DEADLINE_MS,
        ...(signal === undefined ? {} : { signal }),
      }),
      groupSurfaces({
        units: told.units,
        reader,
        periods,
        unitPopulation: population,
        population: await deps.populationOn(snapshot, edgeMetres),
      }),
    ])
    const evidence = computeEvidence({
      footprint,
      reader,
      layers: snapshot.layers,
      projection: snapshot.projection,
      counted,
      surfaces,
      periods,
      ownProposalId: request.proposalId,
      provenance: provenanceOf(
        told.units.version,
        queryOf(footprint, periods, { ringMetres, edgeMetres, limitedTo }),
        footprint,
        {
          sources,
          withoutSetting: told.units.withoutSetting,
          areaOnly: told.units.areaOnly,
          landKnown: !population.derived,
          demo: deps.demo,
          reader,
        },
      ),
    })
    return {
      evidence,
      sha256: sha256Hex(canonicalJson(evidence)),
      cells: cellFeatures(evidence.zones, snapshot.projection),
      cutAt: figures === 'live' ? null : new Date(told.units.atMs).toISOString(),
      exact: counted.exact,
    }
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

interface SiteCounts extends PermittedCheck {
  readonly reader: UnitReader
  readonly units: Units
}

/**
 * The units that a check is made of: staff's, or an analyst's own where some source is not told to staff, be it closed to
 * planners or silent on where its incidents took place.
 *
 * Where none is told to staff, a planner's check has no figures.
 */
async function unitsForReader(
  unitsOf: UnitService['live'],
  snapshot: Snapshot,
  population: CellPopulation,
  { limitedTo, sources }: PermittedCheck,
  isAnalyst: boolean,
): Promise<SiteCounts> {
  if (limitedTo !== null) {
    const units = await unitsOf(snapshot, { population, sources, reader: 'staff' })
    if (!isAnalyst || units.withoutSetting.length === 0)
      return { limitedTo, sources: countedOf(sources, units), reader: 'staff', units }
  }
  const units = await unitsOf(snapshot, { population, sources, reader: 'analyst' })
  return { limitedTo: null, sources: countedOf(sources, units), reader: 'analyst', units }
}

/** The sources that figures of a site are made of. */
function countedOf(sources: readonly Source[], { withoutSetting, areaOnly }: Units): readonly Source[] {
  return sources.filter(({ id }) => !withoutSetting.includes(id) && !areaOnly.includes(id))
}
