import type { CityChoice } from '../config/city.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { AuditLog } from '../platform/audit/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { PeopleRepository } from '../accounts/index.ts'
import type { FeatureRepository } from '../layers/index.ts'
import type { ObservationRepository, ReportLinkRepository } from '../observations/index.ts'
import type { ReleaseRepository } from '../releases/index.ts'
import type { ReviewRepository } from '../reviews/index.ts'
import type { SurveyRepository } from '../surveys/index.ts'
import type { SourceRepository } from '../sources/index.ts'
import type { WorkRepository } from '../work/index.ts'

/** Storage for the demo city's accounts, review and releases. */
export interface DemoStorage {
  readonly city: CityChoice
  readonly repositories: {
    readonly people: PeopleRepository
    readonly features: FeatureRepository
    readonly releases: ReleaseRepository
    readonly reviews: ReviewRepository
    readonly surveys: SurveyRepository
    readonly work: WorkRepository
    readonly sources: SourceRepository
    readonly observations: ObservationRepository
    readonly reportLinks: ReportLinkRepository
  }
  readonly projection: Projection
  readonly zone: Zone
  readonly auditLog: AuditLog
  readonly clock: Clock
  readonly log: Log
}
