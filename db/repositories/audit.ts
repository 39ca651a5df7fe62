import type { AuditKind, AuditRepository, StoredAuditEvent } from '../../server/domain/audit.ts'
import type { DatabaseHandle } from '../handle.ts'
import { refusing } from '../refusal.ts'
import { within } from '../statement-class.ts'

interface AuditRow {
  readonly id: bigint
  readonly at: Date
  readonly kind: AuditKind
  readonly action: string
  readonly subject: string | null
  readonly actor: string
  readonly actor_name: string | null
  readonly session_id: number | null
  readonly detail: StoredAuditEvent['detail']
  readonly count: number
}

/** The trail: rows go in and are read; the database refuses everything else. */
export function createAuditRepository({ knex }: DatabaseHandle): AuditRepository {
  return {
    async insert(events) {
      if (events.length === 0) return
      await refusing(async () => await within('quick', knex('audit_event').insert(events.map(toRow))))
    },
    async page({ kinds, actor, fromMs, toMs, before, limit }) {
      const query = knex<AuditRow>('audit_event').orderBy('id', 'desc').limit(limit)
      if (kinds !== null) query.whereIn('kind', [...kinds])
      if (actor !== null) query.where({ actor })
      if (fromMs !== null) query.where('at', '>=', new Date(fromMs))
      if (toMs !== null) query.where('at', '<', new Date(toMs))
      if (before !== null) query.where('id', '<', before)
      return (await query).map(fromRow)
    },
  }
}

function toRow(event: Omit<StoredAuditEvent, 'id'>) {
  return {
    at: event.at,
    kind: event.kind,
    action: event.action,
    subject: event.subject,
    actor: event.actor,
    actor_name: event.actorName,
    session_id: event.sessionId,
    detail: JSON.stringify(event.detail),
    count: event.count,
  }
}

function fromRow(row: AuditRow): StoredAuditEvent {
  return {
    id: Number(row.id),
    at: row.at.toISOString(),
    kind: row.kind,
    action: row.action,
    subject: row.subject,
    actor: row.actor,
    actorName: row.actor_name,
    sessionId: row.session_id,
    detail: row.detail,
    count: row.count,
  }
}
