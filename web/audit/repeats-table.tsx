import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { AdminTable } from '../accounts/admin-table.tsx'
import { useAdminWords } from '../accounts/admin-words.ts'

/** Checks that nearly repeated others: when, whose, and how many earlier ones each resembles. */
export function RepeatsTable({ events }: { readonly events: readonly StoredAuditEvent[] }) {
  const { words, moment } = useAdminWords()
  const { formats } = useTexts()
  const { repeats, trail } = words
  return (
    <AdminTable label={repeats.title} columns={[trail.when, trail.actor, repeats.earlier]}>
      {events.map((event) => (
        <tr key={event.id}>
          <th scope="row">
            <time dateTime={event.at}>{moment(event.at)}</time>
          </th>
          <td>{event.actorName ?? event.actor}</td>
          <td>{formats.count(Number(event.detail['repeated'] ?? 1))}</td>
        </tr>
      ))}
    </AdminTable>
  )
}
