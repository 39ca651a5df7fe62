import type { CheckService } from '../checks/index.ts'
import type { Zone } from '../engine/time/zone.ts'
import { createStaffEvidence, type StaffEvidence } from '../evidence/index.ts'
import { createFiledPapers, type FiledPapers, type ReviewConsultations } from '../papers/index.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import { createReviewConsultations, createReviewFindings, type ReviewRepository } from '../reviews/index.ts'
import type { WorkRound } from './work-round.ts'

/** What of the work round places rests on checks and reviews. */
export interface StaffWork {
  readonly staffEvidence: StaffEvidence
  readonly reviewConsultations: ReviewConsultations
  readonly filedPapers: FiledPapers
}

interface Deps {
  readonly round: WorkRound
  readonly checks: Pick<CheckService, 'check'>
  readonly reviews: Pick<ReviewRepository, 'find' | 'listForProposal' | 'evidence'>
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly zone: Zone
}

/** Creates what of the work round places rests on checks and reviews. */
export function createStaffWork({ round, checks, reviews, snapshots, zone }: Deps): StaffWork {
  const findings = createReviewFindings({ reviews, snapshots })
  const reviewConsultations = createReviewConsultations({ reviews, snapshots })
  return {
    staffEvidence: createStaffEvidence({ checks, snapshots, zone, findings }),
    reviewConsultations,
    filedPapers: createFiledPapers({ ...round, reviewConsultations }),
  }
}
