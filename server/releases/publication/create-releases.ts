import type { Projection } from '../../engine/projection/projection.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import type { EarlierDocuments } from '../earlier-document.ts'
import { createFileMaker } from './file-maker.ts'
import type { PublishDeps } from './publish-deps.ts'
import { createPublishService, type PublishService } from './publish-service.ts'

interface Deps extends Pick<PublishDeps, 'computer' | 'clock' | 'approvals' | 'onChange'> {
  readonly repositories: { readonly releases: PublishDeps['releases']; readonly reviews: EarlierDocuments }
  readonly projection: Projection
  readonly city: { readonly demo: boolean }
  readonly auditLog: PublishDeps['audit']
  readonly pool: ComputePool
}

/** The publishing service, on a pool of the caller's choice. */
export function createReleases(deps: Deps): PublishService {
  const { repositories, projection, city, auditLog, computer, pool, clock, approvals, onChange } = deps
  return createPublishService({
    releases: repositories.releases,
    documents: repositories.reviews,
    computer,
    files: createFileMaker({ pool, srid: projection.srid, demo: city.demo }),
    audit: auditLog,
    clock,
    approvals,
    onChange,
  })
}
