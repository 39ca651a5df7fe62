import type { ErasureRepository } from '../operations/upkeep/erasure.ts'
import type {
  ContextFeature,
  ContextKind,
  FeatureKind,
  FeatureKinds,
  LayerContents,
  PlanarFeature,
} from '../engine/snapshot/features.ts'
import type { IncidentContent, StoredIncident } from '../engine/snapshot/incident.ts'
import type { AuditRepository } from '../platform/audit/audit.ts'
import type { KeyRepository } from '../accounts/keys/keys.ts'
import type {
  AccessChanges,
  InvitationRepository,
  PeopleRepository,
  SessionRepository,
} from '../accounts/people/accounts.ts'
import type { RecentCheckRepository } from '../checks/recent-checks.ts'
import type { ReleaseRepository } from '../releases/release.ts'
import type { ReviewRepository } from '../reviews/review.ts'
import type { ImportStatus, RejectedRow } from '../sources/source.ts'
import type { SurveyRepository } from '../surveys/survey.ts'
import type { FeedPosition, IncidentBatch } from '../engine/snapshot/incident-batch.ts'
import type { Source } from '../engine/snapshot/source.ts'

export interface FeedPoll {
  readonly position: FeedPosition
  readonly incidents: readonly IncidentBatch[]
  /** Number of incident rows in `incidents`. */
  readonly changed: number
  /** True when a small layer, a source or the context changed: read them again. */
  readonly layersChanged: boolean
  /** True when what changed includes the context, the largest of them and the one that hardly ever does. */
  readonly contextChanged: boolean
  /** True when the position cannot be continued from (another epoch, a database behind it): load everything again. */
  readonly mustReload: boolean
}

/** The change feed: loads everything once, then tells what was committed since. Works on a hot standby. */
export interface IncidentFeed {
  /** All live incidents, in batches as they arrive. The position is that of the same database snapshot. */
  load(onBatch: (batch: IncidentBatch) => void | Promise<void>): Promise<FeedPosition>
  poll(position: FeedPosition): Promise<FeedPoll>
  /** Calls back when the database hints at a change; returns the way to stop. Only hastens polling. */
  onHint(callback: () => void): Promise<() => Promise<void>>
  /**
   * The incidents that were live at a stored `visible` text, as far as they are kept, in batches. Rejects `unprocessable`
   * for a text of another database.
   */
  loadAsOf(visible: string, onBatch: (batch: IncidentBatch) => void | Promise<void>): Promise<void>
  /** Whether states of incidents or layers have been erased for good since a stored `visible` text. */
  erasedSince(visible: string): Promise<boolean>
}

/** The small layers: read whole, written one feature at a time with optimistic locking. */
export interface FeatureRepository {
  readAll(): Promise<LayerContents>
  /**
   * The layers as they were at a stored `visible` text.
   *
   * @param knownContext the context where it is known not to have changed, so as not to read it again
   */
  readAsOf(visible: string, knownContext?: readonly ContextFeature[]): Promise<LayerContents>
  /** @param createdBy who records it; kept of proposals */
  insert<K extends FeatureKind>(
    kind: K,
    feature: Pick<FeatureKinds[K], 'planar' | 'properties'>,
    createdBy?: string | null,
  ): Promise<PlanarFeature<K>>
  insertMany<K extends FeatureKind>(
    kind: K,
    features: readonly Pick<FeatureKinds[K], 'planar' | 'properties'>[],
  ): Promise<number>
  /** Fails with `not-found`, or `precondition-failed` when the stored revision is another. */
  update<K extends FeatureKind>(
    kind: K,
    id: number,
    revision: number,
    feature: Pick<FeatureKinds[K], 'planar' | 'properties'>,
  ): Promise<PlanarFeature<K>>
  remove(kind: FeatureKind, id: number, revision: number | null): Promise<void>
  /** Puts features in the place of the whole context, or of one kind of it. */
  replaceContext(features: readonly Omit<ContextFeature, 'id'>[], kind?: ContextKind): Promise<number>
}

export interface IncidentPageQuery {
  readonly after: number
  readonly limit: number
  readonly categories: readonly number[] | null
  readonly fromMinute: number | null
  readonly toMinute: number | null
  readonly sourceId: string | null
  readonly envelope: readonly [minX: number, minY: number, maxX: number, maxY: number] | null
}

export interface IncidentRepository {
  insert(rows: readonly HashedIncident[]): Promise<readonly number[]>
  find(id: number): Promise<StoredIncident | null>
  page(query: IncidentPageQuery): Promise<readonly StoredIncident[]>
  update(id: number, revision: number, content: HashedIncident): Promise<StoredIncident>
  retract(id: number, revision: number | null, reason: string): Promise<void>
  revisions(id: number): Promise<readonly StoredIncident[]>
}

/** A parsed row with its content hash. */
export interface HashedIncident extends IncidentContent {
  readonly contentHash: bigint
  /** Line of the file; 0 when it came by the API. */
  readonly line: number
}

/** A parsed row of a file with the text that it was read from, for the rejects. */
export interface StagedIncident extends HashedIncident {
  readonly original: string
}

/** A file on its way in. Nothing of it is visible before `merge` has committed; `abort` leaves nothing behind. */
export interface ImportStage {
  readonly importId: number
  write(rows: readonly StagedIncident[]): Promise<void>
  reject(rows: readonly RejectedRow[]): Promise<void>
  progress(bytesRead: number, rowsRead: number): Promise<void>
  /** One transaction: staged rows become incidents or revisions, repeated ids within the file become rejects. */
  merge(rowsRead: number): Promise<ImportStatus>
  abort(error: string): Promise<ImportStatus>
}

export interface ImportRepository {
  begin(file: {
    readonly sourceId: string
    readonly fileName: string
    readonly mapping: unknown
    readonly sha256: string | null
    readonly bytesTotal: number | null
  }): Promise<ImportStage>
  find(id: number): Promise<ImportStatus | null>
  list(limit: number, before: number | null): Promise<readonly ImportStatus[]>
  rejects(id: number, afterLine: number, limit: number): Promise<readonly RejectedRow[]>
  /** Every incident of the import is retracted, every revision taken back, as new revisions. */
  undo(id: number): Promise<ImportStatus>
  /** Marks imports that a dead process left behind as failed and drops their staged rows. */
  sweep(): Promise<number>
}

export interface SourceRepository {
  find(id: string): Promise<Source | null>
  list(): Promise<readonly Source[]>
  /** Inserts or replaces the description of a source. */
  save(source: Source): Promise<void>
}

/** What `/readyz` and the log say of the database. */
export interface DatabaseInfo {
  readonly kind: 'embedded' | 'postgis'
  readonly version: string
  readonly postgis: string
  readonly srid: number
}

/** Everything that a service may ask of the database. */
export interface Repositories {
  readonly feed: IncidentFeed
  readonly features: FeatureRepository
  readonly incidents: IncidentRepository
  readonly imports: ImportRepository
  readonly sources: SourceRepository
  readonly recentChecks: RecentCheckRepository
  readonly reviews: ReviewRepository
  readonly people: PeopleRepository
  readonly sessions: SessionRepository
  readonly invitations: InvitationRepository
  readonly accessChanges: AccessChanges
  readonly keys: KeyRepository
  readonly audit: AuditRepository
  readonly surveys: SurveyRepository
  readonly releases: ReleaseRepository
  readonly erasures: ErasureRepository
  info(): Promise<DatabaseInfo>
  /** One trivial statement within its deadline; false when the database does not answer. */
  ping(): Promise<boolean>
}
