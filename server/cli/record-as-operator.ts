import type { AuditNote } from '../platform/audit/audit.ts'
import { OPERATING } from '../platform/access/caller.ts'
import type { BegunNote } from '../platform/audit/audit-trail.ts'
import { notedChange } from '../platform/audit/noted-change.ts'
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
export function changeAsOperator<T>(
  { storage: { trail } }: DirectSession,
  work: BegunNote,
  change: () => Promise<T>,
  more: (result: T) => Partial<Pick<AuditNote, 'subject' | 'detail'>>,
): Promise<T> {
  return notedChange(trail, OPERATING, work, change, (result) => ({ ...work, ...more(result) }))
}

/** The same of a change that notes its outcome itself. */
export function beginAsOperator<T>(
  { storage: { trail } }: DirectSession,
  work: BegunNote,
  change: () => Promise<T>,
): Promise<T> {
  return notedChange(trail, OPERATING, work, change, () => null)
}
