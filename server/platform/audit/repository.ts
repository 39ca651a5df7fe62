import type { AuditQuery, AuditIntentEvent, StoredAuditEvent } from './audit.ts'

export interface AuditRepository {
  /** @param settled ids of the intents that the events are outcomes of; the same statement deletes them */
  insert(events: readonly Omit<StoredAuditEvent, 'id'>[], settled?: readonly number[]): Promise<void>
  /** Stores an intent. @returns the id that settles it */
  begin(event: AuditIntentEvent): Promise<number>
  /** Deletes an intent whose work was refused. */
  forget(id: number): Promise<void>
  /** Makes events with unknown outcome of intents older than a time. @returns their number */
  settleLost(beforeMs: number): Promise<number>
  /** Newest first. */
  page(query: AuditQuery): Promise<readonly StoredAuditEvent[]>
}
