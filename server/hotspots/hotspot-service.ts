import { canonicalSurfaceQuery } from './surface-query.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { Area } from '../engine/snapshot/features.ts'
import { inWholeMonths } from '../engine/snapshot/in-whole-months.ts'
import type { EdgeMetres, PermittedSurfaceQuery, SurfaceQuery, UnitScope } from '../engine/snapshot/query.ts'
import type { CellPopulation, HotspotSurface } from '../engine/statistics/surface-types.ts'
import { createZone, type Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { EncodedSurface, EncodedSurfaceTask } from './encoded-surface-task.ts'
import { disclosedSpan } from './disclosed-span.ts'
import { areaOf } from './area-of.ts'
import { orAbort } from './or-abort.ts'
import { type Presenting, presentSurface, type PresentTask } from './present-task.ts'
import { refuseUnsupported } from './refuse-unanswerable.ts'
import { createResultCache } from '../platform/result-cache.ts'
import { permitSurfaceOn, surfaceVersion } from './surface-permits.ts'
import { isLimited } from '../platform/access/staff-limits.ts'
import type { UnitReader, Units, UnitService } from '../units/index.ts'
import type { SurfaceTask } from './surface-task.ts'
import type { UnitSurfaceTask } from './unit-surface-task.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { createPopulations } from '../areas/index.ts'

export interface HotspotServiceDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: Pick<ComputePool, 'run'>
  /** Units for planners and coordinators, whose queries are refused without it. */
  readonly units?: Pick<UnitService, 'ready' | 'ofCut'>
  /** Cache size in bytes, for surfaces and for encoded responses each. */
  readonly cacheBytes?: number
}

interface SurfaceOptions {
  /** Ends this caller's wait; the computation is finished and cached. */
  readonly signal?: AbortSignal
}

/** How a response is cropped, which never changes the statistic, and written. */
type Presentation = Pick<Presenting, 'format' | 'bbox' | 'at' | 'withinAreaId' | 'empty'>

export interface HotspotService {
  /** Makes sure that the units of an audience are loaded. Called before a snapshot is acquired. */
  ready(audience: Audience): Promise<void>
  /**
   * A query limited to what an audience may see of a held snapshot. @throws DomainError `forbidden`, `unprocessable`
   */
  permittedOn(snapshot: Snapshot, audience: Audience, query: SurfaceQuery): PermittedSurfaceQuery
  /** The surface now, widened to whole months where incidents are dated by month. Equal queries in flight are computed once. */
  surface(query: PermittedSurfaceQuery, options?: SurfaceOptions): Promise<HotspotSurface>
  /**
   * The surface on a snapshot that the caller holds, for example a past one. Settles only when no worker reads the
   * snapshot any more, also after an abort.
   */
  surfaceOn(
    snapshot: Snapshot,
    query: PermittedSurfaceQuery,
    options?: SurfaceOptions,
  ): Promise<HotspotSurface>
  /**
   * The surface at the current version, limited to what an audience may see, as bytes: GeoJSON (RFC 7946 with the
   * foreign member `analysis`), CSV, or a summary.
   *
   * @throws DomainError `forbidden`, `unprocessable`, `not-found` for an unknown area, `too-large` for more than
   * 50,000 cells
   */
  present(
    audience: Audience,
    query: SurfaceQuery,
    presentation: Presentation,
    options?: SurfaceOptions,
  ): Promise<Uint8Array>
  /** See `disclosedSpan`. The caller holds the snapshot. */
  timeSpanOn(snapshot: Snapshot, audience: Audience): Promise<Snapshot['timeSpan']>
  /** The population of cells of one edge of a snapshot that the caller holds, for those whose figures are counted in it. */
  populationOn(snapshot: Snapshot, edgeMetres: EdgeMetres, reader: UnitReader): Promise<CellPopulation>
  /** The population of cells of one edge at the current version. */
  population(edgeMetres: EdgeMetres): Promise<CellPopulation>
}

const SURFACE_TASK = new URL('./surface-task.ts', import.meta.url)
const UNIT_SURFACE_TASK = new URL('./unit-surface-task.ts', import.meta.url)
const PRESENT_TASK = new URL('./present-task.ts', import.meta.url)
const ENCODED_SURFACE_TASK = new URL('./encoded-surface-task.ts', import.meta.url)
const CACHE_BYTES = 64 * 2 ** 20
const DEADLINE_MS = 30_000
/** Bytes that one cell of a surface takes. */
const CELL_BYTES = 105

/** Hotspot surfaces: population → statistics on a worker → encoding there, each cached by version and query. */
export function createHotspotService({
  snapshots,
  pool,
  units,
  cacheBytes = CACHE_BYTES,
}: HotspotServiceDeps): HotspotService {
  const populations = createPopulations(pool)
  const surfaces = createResultCache<HotspotSurface>({
    maxBytes: cacheBytes,
    sizeOf: ({ cells }) => cells.length * CELL_BYTES + 1000,
  })
  const answers = createResultCache<Uint8Array>({
    maxBytes: cacheBytes,
    sizeOf: (bytes) => bytes.byteLength,
  })
  const zones = new Map<string, Zone>()

  function zoneOf({ timezone }: Snapshot): Zone {
    let zone = zones.get(timezone)
    if (zone === undefined) zones.set(timezone, (zone = createZone(timezone)))
    return zone
  }

  async function ready(audience: Audience): Promise<void> {
    if (isLimited(audience)) await units?.ready()
  }

  const permittedOn = (snapshot: Snapshot, audience: Audience, query: SurfaceQuery) =>
    permitSurfaceOn(snapshot, audience, query, zoneOf(snapshot))

  async function unitsOf(
    snapshot: Snapshot,
    { unitEdge, openSources }: Pick<UnitScope, 'unitEdge' | 'openSources'>,
  ): Promise<Units> {
    if (units === undefined) throw new TypeError('Planners are answered from units, and there are none here.')
    const sources = snapshot.layers.sources.filter(({ id }) => openSources?.includes(id) ?? true)
    const population = await populations.of(snapshot, unitEdge, 'staff')
    return units.ofCut(snapshot, { population, sources, reader: 'staff' })
  }

  async function computationOf(
    snapshot: Snapshot,
    { units: scope, ...query }: PermittedSurfaceQuery,
  ): Promise<SurfaceTask | UnitSurfaceTask> {
    const reader = scope === undefined ? 'analyst' : 'staff'
    const population = await populations.of(snapshot, query.edgeMetres, reader)
    refuseUnsupported(query, snapshot, population)
    if (scope === undefined)
      return { handle: snapshotHandle(snapshot), population, query, zone: zoneOf(snapshot) }
    const { cube, version } = await unitsOf(snapshot, scope)
    const ofUnits = await populations.of(snapshot, scope.unitEdge, 'staff')
    return { query, version, cube, scope, units: ofUnits, population }
  }

  const compute: ComputeSurface = (computation) =>
    pool.run('cube' in computation ? UNIT_SURFACE_TASK : SURFACE_TASK, computation, {
      deadlineMs: DEADLINE_MS,
    })

  async function surfaceOn(
    snapshot: Snapshot,
    query: PermittedSurfaceQuery,
    { signal }: SurfaceOptions = {},
    by: ComputeSurface = compute,
  ): Promise<HotspotSurface> {
    signal?.throwIfAborted()
    const rowFilter = () => inWholeMonths(query.filter, snapshot.months)
    const counted = query.units === undefined ? { ...query, filter: rowFilter() } : query
    const surface = await surfaces.get(keyOf(snapshot, counted), async () =>
      by(await computationOf(snapshot, counted)),
    )
    signal?.throwIfAborted()
    return surface
  }

  async function presentOn(
    snapshot: Snapshot,
    query: PermittedSurfaceQuery,
    presentation: Presentation,
    within: Area | null,
  ): Promise<Uint8Array> {
    const presenting: Presenting = {
      ...presentation,
      asked: {
        query,
        leftOut: snapshot.layers.sources.filter(({ id }) => query.leftOut?.includes(id)),
        units: query.units === undefined ? null : disclosedOf(await unitsOf(snapshot, query.units)),
      },
      zone: zoneOf(snapshot),
      srid: snapshot.projection.srid,
      within: within?.planar ?? null,
    }
    let encoded: Uint8Array | null = null
    const surface = await surfaceOn(snapshot, query, {}, async (computation) => {
      const both = await pool.run<EncodedSurfaceTask, EncodedSurface>(
        ENCODED_SURFACE_TASK,
        { computation, presenting },
        { deadlineMs: DEADLINE_MS },
      )
      encoded = both.bytes
      return both.surface
    })
    if (encoded !== null) return encoded
    // Counting takes less time than copying the surface to a worker.
    if (presentation.format === 'summary') return presentSurface(surface, presenting)
    return pool.run<PresentTask, Uint8Array>(
      PRESENT_TASK,
      { surface, presenting },
      { deadlineMs: DEADLINE_MS },
    )
  }

  /** Holds the current snapshot until the work is done, even after the caller has aborted. */
  async function holding<T>(
    signal: AbortSignal | undefined,
    work: (snapshot: Snapshot) => Promise<T>,
  ): Promise<T> {
    signal?.throwIfAborted()
    const lease = snapshots.acquire()
    return orAbort(
      work(lease.snapshot).finally(() => lease.release()),
      signal,
    )
  }

  return {
    ready,
    permittedOn,
    surfaceOn: (snapshot, query, options) => surfaceOn(snapshot, query, options),
    surface: (query, { signal } = {}) => holding(signal, (snapshot) => surfaceOn(snapshot, query)),
    async present(audience, requesting, presentation, { signal } = {}) {
      await ready(audience)
      return holding(signal, async (snapshot) => {
        const query = permittedOn(snapshot, audience, requesting)
        const within = areaOf(snapshot, presentation.withinAreaId)
        // The version does not cover ids: two areas that swap borders leave it unchanged.
        const requested = [presentation, within?.revision, query.units?.asked, query.leftOut]
        const key = [keyOf(snapshot, query), JSON.stringify(requested)].join('&')
        return answers.get(key, () => presentOn(snapshot, query, presentation, within))
      })
    },
    timeSpanOn: (snapshot, audience) => disclosedSpan(snapshot, audience, zoneOf(snapshot), unitsOf),
    populationOn: populations.of,
    population: (edgeMetres) =>
      holding(undefined, (snapshot) => populations.of(snapshot, edgeMetres, 'analyst')),
  }
}

type ComputeSurface = (computation: SurfaceTask | UnitSurfaceTask) => Promise<HotspotSurface>

/** The parts of the units that a response describes, without their figures. */
const disclosedOf = ({ atMs, withoutSetting }: Units) => ({ atMs, withoutSetting })

function keyOf(snapshot: Snapshot, query: PermittedSurfaceQuery): string {
  return `${surfaceVersion(snapshot, query.units !== undefined)}|${query.audienceKey}|${canonicalSurfaceQuery(query)}`
}
