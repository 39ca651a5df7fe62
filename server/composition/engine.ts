import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import { openSnapshotAsOf, type PastLease } from '../platform/feed/as-of.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { openSnapshotStore } from '../platform/feed/store.ts'
import { createPublishing, type Publishing } from './publishing.ts'
import type { Storage } from './storage.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import {
  type AreasImportOptions,
  type AreasImportResult,
  createAreasReader,
  createStudyAreaService,
  importAreas,
} from '../areas/index.ts'
import { createFeatureService, type FeatureService, LAYER_RULES } from '../layers/index.ts'
import { proposalRules } from '../proposals/index.ts'
import { createReleaseComputer, type ReleaseComputer } from '../releases/index.ts'
import { type CheckService, createCheckService } from '../checks/index.ts'
import { createHotspotService, type HotspotService } from '../hotspots/index.ts'
import { createIncidentService, type IncidentService } from '../incidents/index.ts'
import {
  createLayerService,
  createTileService,
  type LayerService,
  type TileService,
} from '../map-tiles/index.ts'
import { createPlaceService, type PlaceService } from '../places/index.ts'
import {
  createDocumentService,
  createReviewService,
  type DocumentService,
  type ReviewService,
} from '../reviews/index.ts'
import { createSourceService, type SourceService } from '../sources/index.ts'
import { createUnitService, type CutDay, type UnitService } from '../units/index.ts'

/** Everything that answers from memory, and the services over it. */
export interface Engine {
  readonly snapshots: SnapshotStore
  readonly hotspots: HotspotService
  readonly tiles: TileService
  readonly layers: LayerService
  readonly features: FeatureService
  readonly incidents: IncidentService
  readonly sources: SourceService
  readonly units: UnitService
  readonly checks: CheckService
  readonly reviews: ReviewService
  readonly handlings: DocumentService
  readonly releaseComputer: ReleaseComputer
  readonly publishing: Publishing
  readonly places: PlaceService
  /** The snapshot as it was at a stored `visible` text, as far as it is kept. */
  readonly openAsOf: (visible: string) => Promise<PastLease>
  readonly importAreas: (
    bytes: Uint8Array<ArrayBuffer>,
    options: AreasImportOptions,
    signal: AbortSignal,
  ) => Promise<AreasImportResult>
  close(): Promise<void>
}

interface Deps {
  readonly pool: ComputePool
  readonly storage: Storage
  readonly clock: Clock
  readonly log: Log
  /** Persons that a release needs; see `RELEASE_APPROVALS`. */
  readonly releaseApprovals?: 1 | 2
  /** Whether reviews need another person than who wrote them; see `REVIEW_SECOND_PERSON`. */
  readonly reviewSecondPerson?: 'on' | 'off'
  /** Day of the month on which cuts of units make themselves; see `UNITS_CUT_DAY`. */
  readonly unitsCutDay?: CutDay
}

/**
 * Time between polls of the embedded database, milliseconds. Nobody else writes to it and it tells at once of what is
 * written, so polling only makes sure: a change shows within a second even if a word were lost. Measured when idle: a
 * poll each 250 ms takes 4 % of a core.
 */
const EMBEDDED_POLL_MS = 900

const DEFAULT_CUT_DAY = 5

/** Loads the snapshot and makes the services over it. Closing, or failing to open, leaves storage and workers open. */
export async function openEngine(deps: Deps): Promise<Engine> {
  const { pool, storage, clock, log } = deps
  const { repositories, projection, zone } = storage
  const { feed, features } = repositories
  const rarely = storage.city.url === null ? { pollMs: EMBEDDED_POLL_MS } : {}
  const snapshots = await openSnapshotStore({ feed, features, projection, zone, pool, clock, log, ...rarely })
  const stopDeriving = deriveStudyArea(snapshots, deps)
  const services = servicesOver(snapshots, deps)
  const approvals = deps.releaseApprovals ?? 2
  const publishing = createPublishing({ ...deps, snapshots, computer: services.releaseComputer, approvals })
  return {
    snapshots,
    ...services,
    publishing,
    async close() {
      publishing.close()
      stopDeriving()
      await snapshots.close()
    },
  }
}

function servicesOver(snapshots: SnapshotStore, deps: Deps) {
  const { pool, storage, clock, log, reviewSecondPerson, unitsCutDay = DEFAULT_CUT_DAY } = deps
  const secondPerson = reviewSecondPerson !== 'off'
  const { repositories, projection, zone, city, imports } = storage
  const { feed, features, incidents, sources, reviews, surveys } = repositories
  const openAsOf = (visible: string) => openSnapshotAsOf({ feed, features, projection, zone, pool }, visible)
  const units = createUnitService({
    snapshots,
    cuts: repositories.unitCuts,
    openAsOf,
    pool,
    zone,
    clock,
    log,
    cutDay: unitsCutDay,
    isUnderMaintenance: imports.isMerging,
  })
  const hotspots = createHotspotService({ snapshots, pool, units })
  const { populationOn } = hotspots
  const checks = createCheckService({
    snapshots,
    pool,
    populationOn,
    timezone: zone,
    units,
    demo: city.demo,
  })
  const releaseComputer = createReleaseComputer({ snapshots, pool, surveys, zone, clock })
  const areasInto = { features, srid: projection.srid, read: createAreasReader(pool) }
  return {
    hotspots,
    units,
    checks,
    openAsOf,
    tiles: createTileService({ snapshots, hotspots, zone, pool, demo: city.demo }),
    layers: createLayerService({ snapshots, hotspots }),
    places: createPlaceService({
      snapshots,
      releases: repositories.releases,
      projection,
      computer: releaseComputer,
      clock,
    }),
    releaseComputer,
    reviews: createReviewService({
      checks,
      units,
      reviews,
      snapshots,
      openAsOf,
      clock,
      releases: repositories.releases,
      secondPerson,
    }),
    handlings: createDocumentService({ reviews, snapshots }),
    features: createFeatureService({
      features,
      snapshots,
      projection,
      rules: { ...LAYER_RULES, areas: { name: 'area' }, proposals: proposalRules(projection) },
    }),
    incidents: createIncidentService({
      incidents,
      sources,
      snapshots,
      clock,
      projection,
      zone,
    }),
    sources: createSourceService({ sources }),
    importAreas: async (bytes: Uint8Array<ArrayBuffer>, options: AreasImportOptions, signal: AbortSignal) => {
      const result = await importAreas(bytes, options, areasInto, signal)
      await showWrite(snapshots)
      return result
    },
  }
}

/** Stores a study area as soon as there are incidents and none is given; returns the way to stop looking. */
function deriveStudyArea(snapshots: SnapshotStore, { pool, storage, log }: Deps): () => void {
  if (storage.city.demo) return () => {}
  const studyArea = createStudyAreaService({ snapshots, features: storage.repositories.features, pool })
  const ensure = () => {
    studyArea.ensure().catch((error: unknown) => log.warn({ err: error }, 'no study area could be derived'))
  }
  ensure()
  return snapshots.onChange(ensure)
}
