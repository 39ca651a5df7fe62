import { premisesNear } from '../engine/disclosure/sheltered.ts'
import { grown } from '../engine/geometry/planar/zone-locator.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import { DEFAULT_PRECISION_MASK } from '../engine/snapshot/incident.ts'
import type { EdgeMetres } from '../engine/snapshot/query.ts'
import { everyRow } from '../engine/snapshot/row-scope.ts'
import type { Source } from '../engine/snapshot/source.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import { isCovered, overlap, type Period, spreadSteps, yearEarlier } from '../engine/time/periods.ts'
import type { Zone } from '../engine/time/zone.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import type { Caller } from '../platform/access/caller.ts'
import { permitContextOf } from '../platform/access/permit-context.ts'
import type { Clock } from '../platform/clock.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { PremisesCount } from './at-premises.ts'
import type { CheckCounts, CheckTask } from './check-task.ts'
import { createCityProfiles } from './city-profile-cache.ts'
import { computeEvidence } from './compute-evidence.ts'
import type { CheckAnswer, CheckResult, FileableEvidence } from './evidence.ts'
import { countsAtPremises, fileableEvidence, fileableScope, registersOf } from './fileable.ts'
import { type Footprint, parseFootprint } from './footprint.ts'
import { permitCheck } from './permit-check.ts'
import { provenanceOf } from './provenance.ts'
import type { RecentCheck } from './recent-checks.ts'
import type { RepeatWatch } from './repeat-watch.ts'
import { type CheckRequest, edgeOfRequest, ringsOfRequest } from './request.ts'
import { monthsOfSteps, monthsYearEarlier, periodOf, queryOf, refuseFarAway } from './scope.ts'
import { leastPartM2, matchedOn, rowScopeOf } from './sight.ts'
import { type SurfaceOn, surfacesOf } from './surfaces.ts'
import { createUnitCubes } from './unit-cubes.ts'
import { cellFeatures } from './zones.ts'

export interface CheckServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  readonly surfaceOn: SurfaceOn
  /** The population of cells of a snapshot that the caller holds. */
  readonly populationOn: (snapshot: Snapshot, edgeMetres: EdgeMetres) => Promise<CellPopulation>
  readonly timezone: Zone
  readonly clock: Clock
  readonly demo: boolean
  readonly repeats: RepeatWatch
}

export interface CheckOptions {
  readonly signal?: AbortSignal
  /** Whose checks are watched for repeats; nobody's when evidence is computed again. */
  readonly caller?: Caller
}

/** A check with what handlings are made from; those parts are never to be answered to a caller. */
export interface CheckForReview extends CheckAnswer {
  readonly fileable: FileableEvidence
  readonly atPremises: readonly PremisesCount[]
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
  ): Promise<CheckForReview>
}

const TASK = new URL('./check-task.ts', import.meta.url)
const DEADLINE_MS = 30_000

/** Checks of proposals: geometry → sums of units on a worker, surfaces and profiles from the cache → evidence → hash. */
export function createCheckService(deps: CheckServiceDeps): CheckService {
  const { timezone } = deps
  const cubeOf = createUnitCubes(deps.pool, timezone)
  const cityProfile = createCityProfiles(deps.pool, timezone)

  async function checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    options: CheckOptions = {},
  ): Promise<CheckForReview> {
    const question = questionOf(deps, snapshot, request, audience)
    const { footprint, ringMetres, edgeMetres, period, permitted } = question
    const { sight } = permitted
    const population = await deps.populationOn(snapshot, UNIT_EDGE)
    refuseFarAway(footprint, population)
    const earlier = yearEarlier(timezone, period)
    const spread = spreadSteps(timezone, period, earlier)
    const sources = snapshot.layers.sources.filter(({ id }) => sight.sources?.includes(id) ?? true)
    const notices = await watched(options.caller, footprint, {
      fromMinute: period[0],
      toMinute: endOfKnown(period, snapshot),
      ringMetres,
    })
    const cube = await cubeOf(snapshot, population, sources)
    const task = taskOf(snapshot, question, { timezone, cube, population, sources, borders: spread.borders })
    const { signal } = options
    const [counted, city, surfaces] = await whenAllEnded([
      deps.pool.run<CheckTask, CheckCounts>(
        TASK,
        {
          ...task,
          exact: seesEverything(audience) ? { period, scope: everyRow(DEFAULT_PRECISION_MASK) } : null,
        },
        { deadlineMs: DEADLINE_MS, ...(signal === undefined ? {} : { signal }) },
      ),
      cityProfile(snapshot, task.rows),
      surfacesOf(deps.surfaceOn, snapshot, { period, edgeMetres, permitted }, options),
    ])
    const covered = isCovered(timezone, period, sources, snapshot.timeSpan)
    const evidence = computeEvidence({
      footprint,
      sight,
      layers: snapshot.layers,
      projection: snapshot.projection,
      counted,
      surfaces,
      city,
      spread,
      covered,
      comparable:
        covered && !overlap(period, earlier) && isCovered(timezone, earlier, sources, snapshot.timeSpan),
      ownProposalId: request.proposalId,
      provenance: provenanceOf(snapshot.version, question.query, footprint, {
        sources,
        landKnown: !population.derived,
        demo: deps.demo,
        sight,
      }),
    })
    const { fileable } = counted
    return {
      evidence,
      sha256: sha256Hex(canonicalJson(evidence)),
      notices,
      cells: cellFeatures(evidence.zones, snapshot.projection),
      exact: counted.exact,
      fileable: fileableEvidence(
        fileable.all,
        fileable.zones,
        fileableScope(timezone, period, sources, snapshot.timeSpan),
      ),
      atPremises: countsAtPremises(fileable, fileable.zones),
    }
  }

  async function watched(
    caller: Caller | undefined,
    { planar }: Footprint,
    asked: Pick<RecentCheck, 'fromMinute' | 'toMinute' | 'ringMetres'>,
  ): Promise<CheckResult['notices']> {
    if (caller === undefined) return []
    const { fromMinute, toMinute, ringMetres } = asked
    return deps.repeats.watch(caller, { planar, fromMinute, toMinute, ringMetres })
  }

  return {
    checkOn,
    async check(request, audience, options) {
      const lease = deps.snapshots.acquire()
      try {
        const {
          fileable: _,
          atPremises: __,
          ...answer
        } = await checkOn(lease.snapshot, request, audience, options)
        return answer
      } finally {
        lease.release()
      }
    },
  }
}

/** A request as it is permitted: footprint, rings, edge, months, and the query that fixes every figure. */
function questionOf(
  { timezone, clock }: Pick<CheckServiceDeps, 'timezone' | 'clock'>,
  snapshot: Snapshot,
  request: CheckRequest,
  audience: Audience,
) {
  const footprint = parseFootprint(request.geometry, snapshot.projection)
  const ringMetres = ringsOfRequest(request)
  const edgeMetres = edgeOfRequest(request)
  const found = periodOf(request, snapshot, timezone, clock.nowMs())
  const [fromMinute, toMinute] = found.period
  const permitted = permitCheck(
    audience,
    { leastPartM2: leastPartM2(footprint), ringMetres, edgeMetres, fromMinute, toMinute },
    permitContextOf(snapshot, timezone),
  )
  const { limitedTo } = permitted
  const query = queryOf(footprint, found, { ringMetres, edgeMetres, limitedTo })
  return { footprint, ringMetres, edgeMetres, ...found, permitted, query }
}

interface TaskContext extends Pick<CheckTask, 'timezone' | 'cube' | 'population'> {
  /** Those that count. */
  readonly sources: readonly Source[]
  /** Of the steps of the series. */
  readonly borders: Int32Array
}

/** What a worker counts for everybody who may ask. */
function taskOf(
  snapshot: Snapshot,
  { footprint, ringMetres, period, months, permitted }: ReturnType<typeof questionOf>,
  { sources, borders, ...context }: TaskContext,
): Omit<CheckTask, 'exact'> {
  return {
    ...context,
    handle: snapshotHandle(snapshot),
    footprint,
    ringMetres,
    counts: {
      period: months,
      earlier: monthsYearEarlier(months),
      steps: monthsOfSteps(borders, context.timezone),
    },
    matchedOn: matchedOn(snapshot.layers.features('areas')),
    rows: { period, scope: rowScopeOf(permitted.sight, snapshot.sourceIds) },
    fileable: { period, registerOfSource: registersOf(snapshot.sourceIds, sources) },
    premises: premisesNear(snapshot.layers.context, grown(footprint.polygon.box, ringMetres.at(-1)! * 100)),
  }
}

/**
 * Where what is known of a period ends: the same question of a time that still runs is another one as the data grow, and
 * told day by day it would tell of days.
 */
function endOfKnown([fromMinute, toMinute]: Period, { timeSpan }: Snapshot): number {
  return timeSpan === null ? toMinute : Math.max(fromMinute + 1, Math.min(toMinute, timeSpan.toMinute + 1))
}
