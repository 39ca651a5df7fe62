import { useSignal } from '@preact/signals'
import { type AdminApi, auditAddress, type AuditFilters } from '../accounts/admin-calls.ts'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import { AuditFilterForm } from './audit-filter-form.tsx'
import { AuditList } from './audit-list.tsx'
import { AuditTable } from './audit-table.tsx'

const EVERYTHING: AuditFilters = { kind: '', actor: '', from: '', to: '' }

/** The audit log: filters, pages of events, and export. */
export function AuditSection({ api }: { readonly api: AdminApi }) {
  const { words: messages } = useAdminMessages()
  const filters = useSignal(EVERYTHING)
  return (
    <>
      <p class="lead">{messages.auditLog.lead}</p>
      <AuditFilterForm api={api} value={filters} />
      <AuditList
        request={(cursor, signal) => api.auditLog(filters.peek(), cursor, signal)}
        question={filters.value}
        emptyText={messages.auditLog.empty}
        Table={AuditTable}
      >
        <span>{messages.auditLog.exports}:</span>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} href={auditAddress(filters.value, { format })} download={`loggbok.${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
      </AuditList>
    </>
  )
}
