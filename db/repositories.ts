import { createIncidentFeed } from './feed/feed.ts'
import type { DatabaseHandle } from './client/handle.ts'
import { createImportRepository } from './import/import-repository.ts'
import type { ServerVersions } from './client/server-check.ts'
import { within } from './client/statement-class.ts'
import { createAuditRepository } from './audit/audit.ts'
import { createFeatureRepository } from './layers/features.ts'
import { createIncidentRepository } from './incidents/incidents.ts'
import { createLayerImportRepository } from './layer-imports/layer-imports.ts'
import { createKeyRepository } from './accounts/keys.ts'
import { createPeopleRepository } from './accounts/people.ts'
import { createInvitationRepository } from './accounts/invitations.ts'
import { createAccessChanges, createSessionRepository } from './accounts/sessions.ts'
import { createReleaseRepository } from './releases/releases.ts'
import { type AsOwner, createErasureRepository } from './operations/purge.ts'
import { createObservationRepository } from './observations/observations.ts'
import { createReportLinkRepository } from './observations/report-links.ts'
import { createConsultationLinkRepository } from './reviews/consultation-links.ts'
import { createReviewRepository } from './reviews/reviews.ts'
import { createSourceRepository } from './sources/sources.ts'
import { createSurveyRepository } from './surveys/surveys.ts'
import { createDigestRepository } from './digests/digests.ts'
import { createGlossaryRepository } from './glossary/glossary.ts'
import { createCalendarFeedRepository } from './meetings/calendar-feeds.ts'
import { createMinutesMailRepository } from './meetings/minutes-mail.ts'
import { createWorkRepository } from './work/work-items.ts'
import { createUnitCutRepository } from './units/unit-cuts.ts'
import type { DatabaseInfo, DatabaseStatus, ErasureRepository } from '../server/operations/repository.ts'
import type { IncidentFeed } from '../server/platform/feed/repository.ts'
import type { IncidentRepository } from '../server/incidents/repository.ts'
import type { ImportRepository } from '../server/import/repository.ts'
import type { SourceRepository } from '../server/sources/repository.ts'
import type { FeatureRepository } from '../server/layers/repository.ts'
import type { AuditRepository } from '../server/platform/audit/repository.ts'
import type { KeyRepository } from '../server/accounts/keys/repository.ts'
import type {
  AccessChanges,
  InvitationRepository,
  PeopleRepository,
  SessionRepository,
} from '../server/accounts/people/repository.ts'
import type { ObservationRepository, ReportLinkRepository } from '../server/observations/repository.ts'
import type { ReleaseRepository } from '../server/releases/repository.ts'
import type { ConsultationLinkRepository, ReviewRepository } from '../server/reviews/repository.ts'
import type { SurveyRepository } from '../server/surveys/repository.ts'
import type { DigestRepository } from '../server/digests/repository.ts'
import type { GlossaryRepository } from '../server/glossary/repository.ts'
import type { CalendarFeedRepository, MinutesMailRepository } from '../server/meetings/repository.ts'
import type { WorkRepository } from '../server/work/repository.ts'
import type { LayerImportRepository } from '../server/layer-imports/repository.ts'
import type { UnitCutRepository } from '../server/units/repository.ts'

/**
 * Everything that a service may ask of the database.
 *
 * @param asOwner runs work as the owner; default the role of `db`
 */
export function createRepositories(
  db: DatabaseHandle,
  versions: ServerVersions,
  asOwner: AsOwner = (work) => work(db),
): Repositories {
  const info: DatabaseInfo = { kind: db.kind, ...versions, srid: db.srid }
  return {
    feed: createIncidentFeed(db),
    features: createFeatureRepository(db),
    incidents: createIncidentRepository(db),
    imports: createImportRepository(db),
    sources: createSourceRepository(db),
    reviews: createReviewRepository(db),
    consultationLinks: createConsultationLinkRepository(db),
    people: createPeopleRepository(db),
    sessions: createSessionRepository(db),
    invitations: createInvitationRepository(db),
    accessChanges: createAccessChanges(db),
    keys: createKeyRepository(db),
    audit: createAuditRepository(db),
    surveys: createSurveyRepository(db),
    layerImports: createLayerImportRepository(db),
    unitCuts: createUnitCutRepository(db),
    work: createWorkRepository(db),
    digests: createDigestRepository(db),
    glossary: createGlossaryRepository(db),
    calendarFeeds: createCalendarFeedRepository(db),
    minutesMail: createMinutesMailRepository(db),
    observations: createObservationRepository(db),
    reportLinks: createReportLinkRepository(db),
    releases: createReleaseRepository(db),
    erasures: createErasureRepository(asOwner),
    info: async () => info,
    isDiskFull: db.isDiskFull,
    ping: () =>
      within('quick', db.knex.raw('SELECT 1')).then(
        () => true,
        () => false,
      ),
  }
}

/** Everything that a service may ask of the database. */
export interface Repositories extends DatabaseStatus {
  readonly feed: IncidentFeed
  readonly features: FeatureRepository
  readonly incidents: IncidentRepository
  readonly imports: ImportRepository
  readonly sources: SourceRepository
  readonly reviews: ReviewRepository
  readonly consultationLinks: ConsultationLinkRepository
  readonly people: PeopleRepository
  readonly sessions: SessionRepository
  readonly invitations: InvitationRepository
  readonly accessChanges: AccessChanges
  readonly keys: KeyRepository
  readonly audit: AuditRepository
  readonly surveys: SurveyRepository
  readonly layerImports: LayerImportRepository
  readonly unitCuts: UnitCutRepository
  readonly work: WorkRepository
  readonly digests: DigestRepository
  readonly glossary: GlossaryRepository
  readonly calendarFeeds: CalendarFeedRepository
  readonly minutesMail: MinutesMailRepository
  readonly observations: ObservationRepository
  readonly reportLinks: ReportLinkRepository
  readonly releases: ReleaseRepository
  readonly erasures: ErasureRepository
}
