import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { AdminTable } from '../accounts/admin-table.tsx'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import { actionText, detailTexts, subjectText } from './audit-text.ts'
import { useAuditMessages } from './messages.ts'
import styles from './audit-table.module.css'

/** Events of the audit log, newest first. */
export function AuditTable({ events }: { readonly events: readonly StoredAuditEvent[] }) {
  const { words: messages, moment } = useAdminMessages()
  const { audit: words } = useAuditMessages()
  const { formats } = useTexts()
  const { auditLog, kinds } = messages
  const named: Readonly<Record<string, string>> = {
    operator: auditLog.operator,
    anonymous: auditLog.anonymous,
  }
  return (
    <AdminTable
      label={messages.tabs.auditLog}
      columns={[
        auditLog.when,
        auditLog.actor,
        auditLog.what,
        auditLog.subject,
        auditLog.count,
        auditLog.detail,
      ]}
    >
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row">
            <time dateTime={event.at}>{moment(event.at)}</time>
          </th>
          <td>
            {event.actorName ?? named[event.actor] ?? event.actor}
            {event.actorName !== null && <small>{event.actor}</small>}
          </td>
          <td>
            <span title={event.action}>{actionText(event.action, words)}</span>
            <small>{kinds[event.kind] ?? event.kind}</small>
          </td>
          <td>{event.subject === null ? messages.none : subjectText(event.subject, words)}</td>
          <td>{formats.count(event.count)}</td>
          <td class={styles.detail}>
            {detailTexts(event.detail, words).map(([name, value]) => (
              <small key={name}>
                {name}: {value}
              </small>
            ))}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
