import type { AuditNote } from '../domain/audit.ts'
import { OPERATING } from '../domain/caller.ts'
import type { DirectSession } from './session.ts'

/** Notes in the trail what a command did on the database itself; a server notes what it is asked to do. */
export function recordAsOperator({ storage }: DirectSession, note: AuditNote): Promise<void> {
  return storage.trail.record(OPERATING, note)
}
