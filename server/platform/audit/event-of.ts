import type { AuditNote, StoredAuditEvent } from './audit.ts'
import { actorReference, type Principal } from '../access/principal.ts'

/** The stored form of a note: with actor and time. */
export function eventOf({ actor }: Principal, note: AuditNote, nowMs: number): Omit<StoredAuditEvent, 'id'> {
  return {
    at: new Date(nowMs).toISOString(),
    kind: note.kind,
    action: note.action,
    subject: note.subject,
    actor: actorReference(actor),
    actorName: 'name' in actor ? actor.name : null,
    sessionId: actor.kind === 'account' ? actor.sessionId : null,
    detail: note.detail ?? {},
    count: note.count ?? 1,
  }
}
