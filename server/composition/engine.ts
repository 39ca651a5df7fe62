import type { Config } from '../config.ts'
import { createCheckService, type CheckService } from '../services/check/check-service.ts'
import { createFeatureService, type FeatureService } from '../services/features.ts'
import { createIncidentService, type IncidentService } from '../services/incidents.ts'
import { createReviewService, type ReviewService } from '../services/reviews.ts'
import { createSourceService, type SourceService } from '../services/sources.ts'
import { openSnapshotAsOf } from '../snapshot/as-of.ts'
import { openComputePool } from '../snapshot/compute-pool.ts'
import { openSnapshotStore } from '../snapshot/store.ts'
import type { SnapshotStore } from '../snapshot/types.ts'
import type { Storage } from './storage.ts'

/** Everything that answers from memory, and the services over it. */
export interface Engine {
  readonly snapshots: SnapshotStore
  readonly features: FeatureService
  readonly incidents: IncidentService
  readonly sources: SourceService
  readonly checks: CheckService
  readonly reviews: ReviewService
  close(): Promise<void>
}
