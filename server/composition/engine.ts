import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import { showWrite } from '../platform/feed/after-write.ts'
import { openSnapshotAsOf, type PastLease } from '../platform/feed/as-of.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { createWordFiles, type WordFiles } from '../platform/word/word-files.ts'
import type { Mailer, MailSettings } from '../platform/mail/mailer.ts'
import { openSnapshotStore } from '../platform/feed/store.ts'
import { openMailer, sendMails } from './mails.ts'
import { createReviewing, type Reviewing } from './reviewing.ts'
import { createStaffWork, type StaffWork } from './staff-work.ts'
import { createWorkRound, type WorkRound } from './work-round.ts'
import { createPublishing, type Publishing } from './publishing.ts'
import type { Storage } from './storage.ts'
import { deriveStudyArea } from './derive-study-area.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import {
  type AreasImportOptions,
  type AreasImportResult,
  createAreasReader,
  importAreas,
} from '../areas/index.ts'
import {
  createLayerFileReader,
  createLayerImportService,
  type LayerImportService,
} from '../layer-imports/index.ts'
import { createFeatureService, type FeatureService, LAYER_RULES } from '../layers/index.ts'
import { createProposalFileReader, type ProposalFileReader, proposalRules } from '../proposals/index.ts'
import { createGivenFigures } from '../records-requests/index.ts'
import { createReleaseComputer, type ReleaseComputer } from '../releases/index.ts'
import { type CheckService, createCheckService } from '../checks/index.ts'
import {
  type ChangeService,
  type MonthService,
  createChangeService,
  createMonthService,
  createHotspotService,
  type HotspotService,
} from '../hotspots/index.ts'
import { createIncidentService, type IncidentService } from '../incidents/index.ts'
import {
  type CityMapService,
  createCityMapService,
  createLayerService,
  createTileService,
  type LayerService,
  type TileService,
} from '../map-tiles/index.ts'
import { createEvaluationService, type EvaluationService } from '../evaluations/index.ts'
import type { PaperTemplate } from '../papers/index.ts'
import { createPlaceService, type PlaceService } from '../places/index.ts'
import { createSearchService, type SearchService } from '../search/index.ts'
import { createSourceService, type SourceService } from '../sources/index.ts'
import { createUnitService, type CutDay, type UnitService } from '../units/index.ts'

/** The snapshot in memory and the services on it. */
export interface Engine extends WorkRound, StaffWork, Reviewing {
  readonly snapshots: SnapshotStore
  readonly hotspots: HotspotService
  readonly changes: ChangeService
  readonly months: MonthService
  readonly tiles: TileService
  readonly cityMap: CityMapService
  readonly searching: SearchService
  readonly layers: LayerService
  readonly features: FeatureService
  readonly incidents: IncidentService
  readonly sources: SourceService
  readonly units: UnitService
  readonly checks: CheckService
  readonly wordFiles: WordFiles
  readonly releaseComputer: ReleaseComputer
  readonly publishing: Publishing
  readonly places: PlaceService
  readonly evaluations: EvaluationService
  /** The snapshot as it was at a stored `visible` text, as far as it is kept. */
  readonly openAsOf: (visible: string) => Promise<PastLease>
  readonly layerImports: LayerImportService
  readonly readProposalFile: ProposalFileReader
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
  /** Whether reviews need a second person; see `REVIEW_SECOND_PERSON`. */
  readonly reviewSecondPerson?: 'on' | 'off'
  /** Day of the month from which cuts are made automatically; see `UNITS_CUT_DAY`. */
  readonly unitsCutDay?: CutDay
  readonly hasBaseMap?: boolean
  /** See `SMTP_URL`; null or absent = nothing is sent by mail. */
  readonly mail?: MailSettings | null
  /** See `PAPER_TEMPLATE`; null or absent = our headings. */
  readonly paperTemplate?: PaperTemplate | null
  readonly publicUrl?: string | null
}

/**
 * Time between polls of the embedded database, milliseconds. Only this process writes to it and notifies at once, so
 * polling is a safeguard: changes show within a second even if a notification were lost. Measured when idle: a poll
 * each 250 ms takes 4 % of a core.
 */
const EMBEDDED_POLL_MS = 900

const DEFAULT_CUT_DAY = 5

/**
 * Loads the snapshot and makes the services over it. Closing, or failing to open, does not close storage and workers.
 */
export async function openEngine(deps: Deps): Promise<Engine> {
  const { pool, storage, clock, log } = deps
  const { repositories, projection, zone } = storage
  const { feed, features } = repositories
  const rarely = storage.city.url === null ? { pollMs: EMBEDDED_POLL_MS } : {}
  const snapshots = await openSnapshotStore({ feed, features, projection, zone, pool, clock, log, ...rarely })
  const stopDeriving = deriveStudyArea(snapshots, deps)
  // The accounts of the demo are nobody's.
  const mailer = await openMailer(storage.city.demo ? null : (deps.mail ?? null))
  const services = servicesOver(snapshots, mailer, deps)
  const stopSending = sendMails(services, mailer, log)
  const round = { computer: services.releaseComputer, round: services }
  const approvals = deps.releaseApprovals ?? 2
  const publishing = createPublishing({ ...deps, ...round, snapshots, approvals })
  return {
    snapshots,
    ...services,
    publishing,
    async close() {
      publishing.close()
      stopSending()
      stopDeriving()
      await snapshots.close()
    },
  }
}

function servicesOver(snapshots: SnapshotStore, mailer: Mailer | null, deps: Deps) {
  const { pool, storage, clock, log, reviewSecondPerson, unitsCutDay = DEFAULT_CUT_DAY } = deps
  const { publicUrl = null } = deps
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
  const { demo } = city
  const checks = createCheckService({ snapshots, pool, populationOn, timezone: zone, units, demo })
  const given = createGivenFigures(repositories.work)
  const releaseComputer = createReleaseComputer({ snapshots, pool, surveys, zone, clock, given })
  const tiles = createTileService({ snapshots, hotspots, zone, pool, demo })
  const round = createWorkRound({ ...storage, ...deps, snapshots, mailer, publicUrl })
  const areasInto = { features, srid: projection.srid, read: createAreasReader(pool) }
  return {
    hotspots,
    changes: createChangeService({ hotspots, snapshots, pool, zone }),
    months: createMonthService({ hotspots, units, snapshots, pool, zone }),
    units,
    checks,
    openAsOf,
    tiles,
    cityMap: createCityMapService({
      snapshots,
      hotspots,
      tiles,
      zone,
      clock,
      demo,
      hasBaseMap: deps.hasBaseMap ?? false,
    }),
    layers: createLayerService({ snapshots, hotspots }),
    searching: createSearchService({ snapshots }),
    places: createPlaceService({
      snapshots,
      releases: repositories.releases,
      projection,
      computer: releaseComputer,
      clock,
    }),
    releaseComputer,
    ...round,
    ...createStaffWork({ round, checks, reviews, snapshots, zone }),
    evaluations: createEvaluationService({ ...round, snapshots, units, openAsOf, pool, populationOn, zone }),
    ...createReviewing({ ...storage, round, checks, units, snapshots, openAsOf, clock, log, secondPerson }),
    wordFiles: createWordFiles(pool),
    features: createFeatureService({
      features,
      snapshots,
      projection,
      rules: { ...LAYER_RULES, areas: { name: 'area' }, proposals: proposalRules(projection) },
    }),
    incidents: createIncidentService({ incidents, sources, snapshots, clock, projection, zone }),
    sources: createSourceService({ sources }),
    readProposalFile: createProposalFileReader({ snapshots, projection, pool }),
    layerImports: createLayerImportService({
      ...repositories,
      srid: projection.srid,
      zone,
      clock,
      read: createLayerFileReader(pool),
      onChange: () => showWrite(snapshots),
    }),
    importAreas: async (bytes: Uint8Array<ArrayBuffer>, options: AreasImportOptions, signal: AbortSignal) => {
      const result = await importAreas(bytes, options, areasInto, signal)
      await showWrite(snapshots)
      return result
    },
  }
}
