import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { EarlierDocuments } from '../earlier-document.ts'
import type { ReleaseComputer } from '../release-computer.ts'
import type { FileMaker } from './file-maker.ts'
import type { ReleaseRepository } from '../repository.ts'

/** What publishing stands on. */
export interface PublishDeps {
  readonly releases: ReleaseRepository
  readonly documents: EarlierDocuments
  readonly computer: ReleaseComputer
  readonly files: FileMaker
  readonly audit: AuditLog
  readonly clock: Clock
  /** Persons that a release needs: 2 = somebody else than who prepared it approves it. */
  readonly approvals: 1 | 2
  /** Is told at once that something was published or withdrawn; the step is done when it shows in this process. */
  readonly onChange: () => Promise<void>
}
