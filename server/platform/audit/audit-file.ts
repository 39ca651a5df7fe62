import type { StoredAuditEvent } from './audit.ts'
import { csvRow } from '../http/csv-field.ts'

const HEADER = 'id,at,kind,action,subject,actor,actor_name,session_id,count,detail\r\n'

/** Events as CSV (RFC 4180), line by line. */
export async function* auditCsv(events: AsyncIterable<StoredAuditEvent>): AsyncGenerator<string> {
  yield HEADER
  for await (const event of events) yield `${rowOf(event)}\r\n`
}

/** Events as one list of JSON, an event a line. */
export async function* auditJson(events: AsyncIterable<StoredAuditEvent>): AsyncGenerator<string> {
  let before = '['
  for await (const event of events) {
    yield `${before}\n${JSON.stringify(event)}`
    before = ','
  }
  yield before === '[' ? '[]\n' : '\n]\n'
}

function rowOf(event: StoredAuditEvent): string {
  const { id, at, kind, action, subject, actor, actorName, sessionId, count, detail } = event
  return csvRow([id, at, kind, action, subject, actor, actorName, sessionId, count, JSON.stringify(detail)])
}
