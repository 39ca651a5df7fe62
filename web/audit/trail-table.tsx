import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { AdminTable } from '../accounts/admin-table.tsx'
import { useAdminWords } from '../accounts/admin-words.ts'
import styles from './trail-table.module.css'

/** Events of the trail, newest first. */
export function TrailTable({ events }: { readonly events: readonly StoredAuditEvent[] }) {
  const { words, moment } = useAdminWords()
  const { formats } = useTexts()
  const { trail, kinds } = words
  const named: Readonly<Record<string, string>> = { operator: trail.operator, anonymous: trail.anonymous }
  return (
    <AdminTable
      label={words.tabs.trail}
      columns={[trail.when, trail.actor, trail.what, trail.subject, trail.count, trail.detail]}
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
            {kinds[event.kind] ?? event.kind}
            <small>{event.action}</small>
          </td>
          <td>{event.subject ?? words.none}</td>
          <td>{formats.count(event.count)}</td>
          <td class={styles.detail}>
            {told(event.detail).map(([name, value]) => (
              <small key={name}>
                {name}: {String(value)}
              </small>
            ))}
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

/** What is known of the details: neither what is not, nor what is empty. */
function told(detail: StoredAuditEvent['detail']) {
  return Object.entries(detail).filter(([, value]) => value !== null && String(value) !== '')
}
