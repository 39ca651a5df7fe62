import type { AuditQuery, AuditIntentEvent, StoredAuditEvent } from './audit.ts'

export interface AuditRepository {
  /** @param settled ids of begun works that the events are of: in the same statement they are begun no longer */
  insert(events: readonly Omit<StoredAuditEvent, 'id'>[], settled?: readonly number[]): Promise<void>
  /** Notes that work is about to be done. @returns the id that settles it */
  begin(event: AuditIntentEvent): Promise<number>
  /** Forgets that work was begun: it came to nothing. */
  forget(id: number): Promise<void>
  /** Notes work that was begun before a time and never settled, its outcome unknown. @returns how much */
  settleLost(beforeMs: number): Promise<number>
  /** Newest first. */
  page(query: AuditQuery): Promise<readonly StoredAuditEvent[]>
}
