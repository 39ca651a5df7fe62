import type { DatabaseInfo, Repositories } from '../server/composition/ports.ts'
import { createIncidentFeed } from './feed/feed.ts'
import type { DatabaseHandle } from './client/handle.ts'
import { createImportRepository } from './import/import-repository.ts'
import type { ServerVersions } from './client/server-check.ts'
import { within } from './client/statement-class.ts'
import { createAuditRepository } from './audit/audit.ts'
import { createFeatureRepository } from './layers/features.ts'
import { createIncidentRepository } from './incidents/incidents.ts'
import { createKeyRepository } from './accounts/keys.ts'
import { createPeopleRepository } from './accounts/people.ts'
import { createInvitationRepository } from './accounts/invitations.ts'
import { createAccessChanges, createSessionRepository } from './accounts/sessions.ts'
import { createRecentCheckRepository } from './checks/recent-checks.ts'
import { createReleaseRepository } from './releases/releases.ts'
import { type AsOwner, createErasureRepository } from './operations/purge.ts'
import { createReviewRepository } from './reviews/reviews.ts'
import { createSourceRepository } from './sources/sources.ts'
import { createSurveyRepository } from './surveys/surveys.ts'

/**
 * Everything that a service may ask of the database.
 *
 * @param asOwner the way to the owner's rights; those of `db` when left out
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
    recentChecks: createRecentCheckRepository(db),
    reviews: createReviewRepository(db),
    people: createPeopleRepository(db),
    sessions: createSessionRepository(db),
    invitations: createInvitationRepository(db),
    accessChanges: createAccessChanges(db),
    keys: createKeyRepository(db),
    audit: createAuditRepository(db),
    surveys: createSurveyRepository(db),
    releases: createReleaseRepository(db),
    erasures: createErasureRepository(asOwner),
    info: async () => info,
    ping: () =>
      within('quick', db.knex.raw('SELECT 1')).then(
        () => true,
        () => false,
      ),
  }
}
