import type { AuditNote } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import type { AuditIntent, AuditService } from './audit-service.ts'
import { settlingFailure } from './settling-failure.ts'

/**
 * Changes something, noted as begun before and with its outcome after: whatever becomes of this process, it leaves a trace.
 *
 * @param noteOf what its outcome is noted as; null when the work has noted it itself
 * @throws whatever the work throws; DomainError `database-unavailable` when it cannot be noted: nothing is begun then, or
 * what was changed stays changed
 */
export async function auditedChange<T>(
  auditLog: Pick<AuditService, 'begin'>,
  principal: Principal,
  work: AuditIntent,
  change: () => Promise<T>,
  noteOf: (result: T) => AuditNote | null,
): Promise<T> {
  const intent = await auditLog.begin(principal, work)
  const result = await settlingFailure(intent, change)
  await intent.done(noteOf(result))
  return result
}
