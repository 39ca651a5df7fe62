import { useSignal } from '@preact/signals'
import { type AdminApi, trailAddress, type TrailFilters } from '../accounts/admin-calls.ts'
import { useAdminWords } from '../accounts/admin-words.ts'
import { TrailFilterForm } from './trail-filter-form.tsx'
import { TrailList } from './trail-list.tsx'
import { TrailTable } from './trail-table.tsx'

const EVERYTHING: TrailFilters = { kind: '', actor: '', from: '', to: '' }

/** The trail: filters, rows a page at a time, and the way to take it out. */
export function TrailSection({ api }: { readonly api: AdminApi }) {
  const { words } = useAdminWords()
  const filters = useSignal(EVERYTHING)
  return (
    <>
      <p class="lead">{words.trail.lead}</p>
      <TrailFilterForm api={api} value={filters} />
      <TrailList
        ask={(cursor, signal) => api.trail(filters.peek(), cursor, signal)}
        question={filters.value}
        emptyWords={words.trail.empty}
        Table={TrailTable}
      >
        <span>{words.trail.exports}:</span>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} href={trailAddress(filters.value, { format })} download={`loggbok.${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
      </TrailList>
    </>
  )
}
