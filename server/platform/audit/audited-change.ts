import type { AuditNote } from './audit.ts'
import type { Principal } from '../access/principal.ts'
import type { AuditIntent, AuditService } from './audit-service.ts'
import { settlingFailure } from './settling-failure.ts'

/**
 * Runs a change between its audit intent and its outcome, so that it leaves a trace whatever happens to this process.
 *
 * @param noteOf the event of its outcome; null when the work has stored it itself
 * @throws whatever the work throws; DomainError `database-unavailable` when it cannot be stored: before the work,
 * which then does not begin, or after it, when what was changed stays changed
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
