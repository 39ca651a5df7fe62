import { premisesNear } from '../engine/disclosure/sheltered.ts'
import { edgesBetween, type PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import { grown } from '../engine/geometry/planar/zone-locator.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { Caller } from '../platform/access/caller.ts'
import { canonicalJson, sha256Hex } from '../engine/hashes/canonical-json.ts'
import type { CheckResult } from './evidence.ts'
import type { PremisesCount } from './at-premises.ts'
import type { RecentCheck } from './recent-checks.ts'
import { permitCheck } from './permit-check.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { RowScope } from '../engine/snapshot/row-scope.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CheckCounts, CheckTask } from './check-task.ts'
import { permitContextOf } from '../platform/access/permit-context.ts'
import { whenAllEnded } from '../platform/when-all-ended.ts'
import { createCityProfiles } from './city-profile-cache.ts'
import { computeEvidence } from './compute-evidence.ts'
import { countsAtPremises, fileableScope, registersOf } from './fileable.ts'
import { type Footprint, parseFootprint } from './footprint.ts'
import type { Ground } from '../engine/geometry/ground.ts'
import { createGroundCache, type PreparedGround } from './ground-cache.ts'
import { isCovered, overlap, type Period, spreadSteps, yearEarlier } from '../engine/time/periods.ts'
import { provenanceOf } from './provenance.ts'
import { MOST_RANKED_M2 } from './ranks.ts'
import type { RepeatWatch } from './repeat-watch.ts'
import { type CheckRequest, edgeOfRequest, ringsOfRequest } from './request.ts'
import { countedPeriod, periodOf, queryOf, refuseFarAway } from './scope.ts'
import { leastPartM2, rowScopeOf } from './sight.ts'
import { type SurfaceOn, surfacesOf } from './surfaces.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'

export interface CheckServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  readonly surfaceOn: SurfaceOn
  readonly timezone: Zone
  readonly demo: boolean
  readonly repeats: RepeatWatch
}

export interface CheckOptions {
  readonly signal?: AbortSignal
  /** Whose checks are watched for repeats; nobody's when evidence is computed again. */
  readonly caller?: Caller
}

/** A check with what a handling leaves out of its counts; never to be answered to a caller. */
export interface CheckForReview extends CheckResult {
  readonly atPremises: readonly PremisesCount[]
}

export interface CheckService {
  /** The evidence for a footprint at the current version. */
  check(request: CheckRequest, audience: Audience, options?: CheckOptions): Promise<CheckResult>
  /** The same on a snapshot that the caller holds, for example one of the past. */
  checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    options?: CheckOptions,
  ): Promise<CheckForReview>
}

const TASK = new URL('./check-task.ts', import.meta.url)
const REFERENCE_DRAWS = 1000
const DEADLINE_MS = 30_000

/** Checks of proposals: geometry → counts on a worker, surfaces and profiles from the cache → evidence → hash. */
export function createCheckService(deps: CheckServiceDeps): CheckService {
  const groundOf = createGroundCache(deps.pool)
  const cityProfile = createCityProfiles(deps.pool, deps.timezone)

  async function checkOn(
    snapshot: Snapshot,
    request: CheckRequest,
    audience: Audience,
    options: CheckOptions = {},
  ): Promise<CheckForReview> {
    const footprint = parseFootprint(request.geometry, snapshot.projection)
    const prepared = groundOf(snapshot.layers)
    refuseFarAway(footprint, prepared.ground)
    const ringMetres = ringsOfRequest(request)
    const edgeMetres = edgeOfRequest(request)
    const asked = periodOf(request, snapshot, deps.timezone)
    const permitted = permitCheck(
      audience,
      {
        leastPartM2: leastPartM2(footprint),
        ringMetres,
        edgeMetres,
        fromMinute: asked[0],
        toMinute: asked[1],
      },
      permitContextOf(snapshot, deps.timezone),
    )
    const { sight, limitedTo } = permitted
    const period = countedPeriod(asked, snapshot, sight, deps.timezone)
    const earlier = yearEarlier(deps.timezone, period)
    const spread = spreadSteps(deps.timezone, period, earlier)
    const query = queryOf(footprint, { asked, period }, { ringMetres, edgeMetres, limitedTo })
    const seed = Number.parseInt(sha256Hex(canonicalJson(query)).slice(0, 8), 16)
    const counting = {
      period,
      earlier,
      stepBorders: spread.borders,
      scope: rowScopeOf(sight, snapshot.sourceIds),
    }
    const sources = snapshot.layers.sources.filter(({ id }) => sight.sources?.includes(id) ?? true)
    const notices = await watched(options.caller, footprint, {
      fromMinute: period[0],
      toMinute: endOfKnown(period, snapshot),
      ringMetres,
    })
    const reference = await referenceOf(footprint, prepared, { ...counting, seed })
    const [counted, city, surfaces] = await whenAllEnded([
      deps.pool.run<CheckTask, CheckCounts>(
        TASK,
        {
          handle: snapshotHandle(snapshot),
          timezone: deps.timezone,
          footprint,
          ringMetres,
          ground: nearby(prepared.ground, footprint.polygon, ringMetres.at(-1)!),
          counts: counting,
          fileable: { period, registerOfSource: registersOf(snapshot.sourceIds, sources) },
          premises: premisesNear(
            snapshot.layers.context,
            grown(footprint.polygon.box, ringMetres.at(-1)! * 100),
          ),
          reference,
        },
        { deadlineMs: DEADLINE_MS, ...(options.signal === undefined ? {} : { signal: options.signal }) },
      ),
      cityProfile(snapshot, counting),
      surfacesOf(deps.surfaceOn, snapshot, { period, edgeMetres, permitted }, options),
    ])
    const covered = isCovered(deps.timezone, period, sources, snapshot.timeSpan)
    const landKnown = prepared.ground.study.length > 0
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
      fileable: fileableScope(deps.timezone, period, sources, snapshot.timeSpan),
      comparable:
        covered && !overlap(period, earlier) && isCovered(deps.timezone, earlier, sources, snapshot.timeSpan),
      seed,
      ownProposalId: request.proposalId,
      provenance: provenanceOf(snapshot.version, query, footprint, {
        sources,
        landKnown,
        demo: deps.demo,
        sight,
      }),
    })
    const atPremises = countsAtPremises(counted.fileable, counted.zones)
    return { evidence, sha256: sha256Hex(canonicalJson(evidence)), notices, atPremises }
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
        const { evidence, sha256, notices } = await checkOn(lease.snapshot, request, audience, options)
        return { evidence, sha256, notices }
      } finally {
        lease.release()
      }
    },
  }
}

/**
 * Where what is known of a period ends: the same question of a time that still runs is another one as the data grow, and
 * told day by day it would tell of days.
 */
function endOfKnown([fromMinute, toMinute]: Period, { timeSpan }: Snapshot): number {
  return timeSpan === null ? toMinute : Math.max(fromMinute + 1, Math.min(toMinute, timeSpan.toMinute + 1))
}

async function referenceOf(
  footprint: Footprint,
  prepared: PreparedGround,
  query: { period: Period; scope: RowScope; seed: number },
): Promise<CheckTask['reference']> {
  if (footprint.areaM2 > MOST_RANKED_M2) return null
  const raster = await prepared.raster()
  return raster === null ? null : { ...query, draws: REFERENCE_DRAWS, raster }
}

/** Only the edges between the heights that the zones reach: a worker gets no more of the coast than it needs. */
function nearby(ground: Ground, footprint: PlanarPolygon, reachMetres: number): Ground {
  const minY = footprint.box.minY - reachMetres * 100
  const maxY = footprint.box.maxY + reachMetres * 100
  const near = (polygons: readonly PlanarPolygon[]) => polygons.map((p) => edgesBetween(p, minY, maxY))
  return { study: near(ground.study), water: near(ground.water), peopled: [] }
}
