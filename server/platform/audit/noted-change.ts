import type { AuditNote } from './audit.ts'
import type { Caller } from '../access/caller.ts'
import type { BegunNote, KeptTrail } from './audit-trail.ts'
import { settlingFailure } from './settling-failure.ts'

/**
 * Changes something, noted as begun before and with its outcome after: whatever becomes of this process, it leaves a trace.
 *
 * @param noteOf what its outcome is noted as; null when the work has noted it itself
 * @throws whatever the work throws; DomainError `database-unavailable` when it cannot be noted: nothing is begun then, or
 * what was changed stays changed
 */
export async function notedChange<T>(
  trail: Pick<KeptTrail, 'begin'>,
  caller: Caller,
  work: BegunNote,
  change: () => Promise<T>,
  noteOf: (result: T) => AuditNote | null,
): Promise<T> {
  const begun = await trail.begin(caller, work)
  const result = await settlingFailure(begun, change)
  await begun.done(noteOf(result))
  return result
}
