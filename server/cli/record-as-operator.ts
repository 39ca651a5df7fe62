import type { AuditNote } from '../domain/audit.ts'
import { OPERATING } from '../domain/access/caller.ts'
import type { BegunNote } from '../services/audit/audit-trail.ts'
import { settlingFailure } from '../services/audit/settling-failure.ts'
import type { DirectSession } from './session.ts'

/** Notes in the trail what a command took out of the database itself; a server notes what it is asked for. */
export function recordAsOperator({ storage }: DirectSession, note: AuditNote): Promise<void> {
  return storage.trail.record(OPERATING, note)
}

/**
 * Changes something on the database itself, noted as begun before and with its outcome after.
 *
 * @param more what only its outcome tells of it
 */
export async function changeAsOperator<T>(
  { storage: { trail } }: DirectSession,
  work: BegunNote,
  change: () => Promise<T>,
  more: (result: T) => Partial<Pick<AuditNote, 'subject' | 'detail'>>,
): Promise<T> {
  const begun = await trail.begin(OPERATING, work)
  const result = await settlingFailure(begun, change)
  await begun.done({ ...work, ...more(result) })
  return result
}
