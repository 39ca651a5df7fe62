import type { ObservationKind, ObservationState } from './observation-kinds.ts'
import type { NewObservation, Observation, ObservationStatus, ReportLink, Step } from './observation.ts'

export interface ObservationFilter {
  readonly areaIds?: readonly number[]
  readonly states: readonly ObservationState[]
}

/** Observations of a kind in the last week and in the weeks before it. */
export interface KindCounts {
  readonly kind: ObservationKind
  readonly week: number
  readonly before: number
}

/** Borders of a week and of what it is laid beside, milliseconds; each period has its beginning and not its end. */
export interface WeekBorders {
  readonly beforeFromMs: number
  readonly fromMs: number
  readonly toMs: number
}

/** Observations, as they are stored. The database keeps each status. */
export interface ObservationRepository {
  /**
   * Stores an observation; one whose report id is there already stays as it is.
   *
   * @param maxHourly how many a link may bring within the hour before the report
   * @throws DomainError `gone` for a link that is revoked, `rate-limited` for one that brought so many
   */
  insert(observation: NewObservation, maxHourly: number): Promise<void>
  findReport(reportId: string): Promise<Observation | null>
  find(id: number): Promise<Observation | null>
  /** The newest first. */
  list(filter: ObservationFilter, limit: number): Promise<readonly Observation[]>
  /** @throws DomainError `precondition-failed` for another revision than the one that is stored */
  change(
    id: number,
    revision: number,
    status: Pick<ObservationStatus, 'state' | 'outcome'>,
    step: Step,
  ): Promise<Observation>
  /** The first one first. */
  history(id: number): Promise<readonly ObservationStatus[]>
  countWeek(areaIds: readonly number[], borders: WeekBorders): Promise<readonly KindCounts[]>
}

export interface ReportLinkRepository {
  insert(link: Omit<ReportLink, 'id' | 'revokedAt'>, tokenHash: string): Promise<ReportLink>
  findByHash(tokenHash: string): Promise<ReportLink | null>
  /** The newest first. */
  list(limit: number): Promise<readonly ReportLink[]>
  /** Null for one that is not there; one that is revoked already stays so. */
  revoke(id: number, step: Step): Promise<ReportLink | null>
}
