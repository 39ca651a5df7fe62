import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { EarlierDocuments } from '../earlier-document.ts'
import type { ReleaseComputer } from '../release-computer.ts'
import type { FileMaker } from './file-maker.ts'
import type { ReleaseRepository } from '../repository.ts'

/** Dependencies of publishing. */
export interface PublishDeps {
  readonly releases: ReleaseRepository
  readonly documents: EarlierDocuments
  readonly computer: ReleaseComputer
  readonly files: FileMaker
  readonly audit: AuditLog
  readonly clock: Clock
  /** Persons that a release needs: 2 = approved by another person than the one who prepared it. */
  readonly approvals: 1 | 2
  /** Called after a publication or withdrawal; resolves when this process serves the change. */
  readonly onChange: () => Promise<void>
}
