import type { CheckService } from '../checks/index.ts'
import {
  type ChecklistService,
  type ConsultationLinkService,
  createChecklistService,
  createConsultationLinkService,
  createDocumentService,
  createReviewService,
  createReviewWatch,
  type DocumentService,
  type ReviewService,
  type ReviewServiceDeps,
  type ReviewWatch,
} from '../reviews/index.ts'
import type { Log } from '../platform/log.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { Storage } from './storage.ts'
import type { WorkRound } from './work-round.ts'

/** The services of reviews, their documents and checklists. */
export interface Reviewing {
  readonly reviews: ReviewService
  readonly handlings: DocumentService
  readonly reviewChecklists: ChecklistService
  readonly consultationLinks: ConsultationLinkService
  readonly reviewWatch: ReviewWatch
}

interface Deps
  extends Pick<Storage, 'repositories' | 'projection' | 'zone'>,
    Pick<ReviewServiceDeps, 'units' | 'openAsOf' | 'clock' | 'secondPerson'> {
  readonly round: WorkRound
  readonly checks: CheckService
  readonly log: Pick<Log, 'warn'>
  readonly snapshots: SnapshotStore
}

/** Creates what concerns reviews. */
export function createReviewing({ repositories, projection, zone, round, ...deps }: Deps): Reviewing {
  const { snapshots } = deps
  const reviews = createReviewService({
    ...deps,
    reviews: repositories.reviews,
    releases: repositories.releases,
    needs: round.needs,
  })
  return {
    reviews,
    handlings: createDocumentService({ reviews: repositories.reviews, snapshots }),
    reviewChecklists: createChecklistService({ ...round, reviews, snapshots, projection }),
    reviewWatch: createReviewWatch({ ...deps, reviews: repositories.reviews }),
    consultationLinks: createConsultationLinkService({
      links: repositories.consultationLinks,
      reviews: repositories.reviews,
      permissions: reviews.permissions,
      clock: deps.clock,
      zone,
    }),
  }
}
