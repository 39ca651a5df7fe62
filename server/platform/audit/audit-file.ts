import type { StoredAuditEvent } from './audit.ts'
import { csvField } from '../http/csv-field.ts'

const HEADER = 'id,at,kind,action,subject,actor,actor_name,session_id,count,detail\r\n'

/** Events as CSV (RFC 4180), line by line. */
export async function* auditCsv(events: AsyncIterable<StoredAuditEvent>): AsyncGenerator<string> {
  yield HEADER
  for await (const event of events) yield `${fieldsOf(event).map(csvField).join(',')}\r\n`
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

function fieldsOf(event: StoredAuditEvent): readonly string[] {
  const { id, at, kind, action, subject, actor, actorName, sessionId, count, detail } = event
  const known = [String(id), at, kind, action, subject ?? '', actor, actorName ?? '']
  return [...known, sessionId === null ? '' : String(sessionId), String(count), JSON.stringify(detail)]
}
