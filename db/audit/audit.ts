import type { AuditKind, AuditIntentEvent, StoredAuditEvent } from '../../server/platform/audit/audit.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { AUDIT_SETTLE_LOST_SQL } from './audit-settle-lost.ts'
import { refusing } from '../client/refusal.ts'
import { within } from '../client/statement-class.ts'
import type { AuditRepository } from '../../server/platform/audit/repository.ts'

const SETTLE_SQL = 'DELETE FROM audit_begun WHERE id = ANY(?)'

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

/** The audit log: rows are inserted and read; triggers refuse everything else. */
export function createAuditRepository({ knex }: DatabaseHandle): AuditRepository {
  return {
    async insert(events, settled = []) {
      if (events.length === 0) return
      const noting = knex('audit_event').insert(events.map(toRow))
      if (settled.length > 0) noting.with('settled', knex.raw(SETTLE_SQL, [[...settled]]))
      await refusing(async () => await within('quick', noting))
    },
    async begin(event) {
      const intent = knex('audit_begun').insert(toIntentRow(event)).returning<{ id: bigint }[]>('id')
      const [row] = await refusing(async () => await within('quick', intent))
      return Number(row!.id)
    },
    async forget(id) {
      await refusing(async () => await within('quick', knex('audit_begun').where({ id }).delete()))
    },
    async settleLost(beforeMs) {
      const settling = knex.raw(AUDIT_SETTLE_LOST_SQL, { before: new Date(beforeMs) })
      const { rowCount } = await refusing(async () => await within('quick', settling))
      return Number(rowCount)
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

function toIntentRow(event: AuditIntentEvent) {
  return {
    at: event.at,
    kind: event.kind,
    action: event.action,
    subject: event.subject,
    actor: event.actor,
    actor_name: event.actorName,
    session_id: event.sessionId,
  }
}

function toRow(event: Omit<StoredAuditEvent, 'id'>) {
  return {
    ...toIntentRow(event),
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
