import { batch, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { StoredAuditEvent } from '../../../server/contract/shapes.ts'
import { asFailure, type RequestFailed } from '../../api/problem.ts'
import { FailureNote } from '../../shell/failure-note.tsx'
import { useTexts } from '../../state/site-context.ts'
import { type AdminApi, trailAddress, type TrailFilters } from './admin-calls.ts'
import { useAdminWords } from './admin-words.ts'
import { TrailFilterForm } from './trail-filter-form.tsx'
import { TrailTable } from './trail-table.tsx'

const EVERYTHING: TrailFilters = { kind: '', actor: '', from: '', to: '' }

/** The trail: filters, rows a page at a time, and the way to take it out. */
export function TrailSection({ api }: { readonly api: AdminApi }) {
  const { words } = useAdminWords()
  const { app, formats } = useTexts()
  const filters = useSignal(EVERYTHING)
  const events = useSignal<readonly StoredAuditEvent[] | null>(null)
  const next = useSignal<string | null>(null)
  const failure = useSignal<RequestFailed | null>(null)
  const load = async (before: readonly StoredAuditEvent[], cursor: string | null, signal?: AbortSignal) => {
    try {
      const page = await api.trail(filters.value, cursor, signal)
      batch(() => {
        events.value = [...before, ...page.items]
        next.value = page.next
        failure.value = null
      })
    } catch (error) {
      if (signal?.aborted !== true) failure.value = asFailure(error)
    }
  }
  useEffect(() => {
    const abort = new AbortController()
    void load([], null, abort.signal)
    return () => abort.abort()
  }, [filters.value])
  const shown = events.value
  return (
    <>
      <p class="lead">{words.trail.lead}</p>
      <TrailFilterForm api={api} value={filters} />
      {failure.value !== null && <FailureNote failure={failure.value} onRetry={() => void load([], null)} />}
      {shown === null && failure.value === null && <p role="status">{app.loading}</p>}
      {shown !== null && (
        <>
          <p class="hint" role="status">
            {shown.length === 0 ? words.trail.empty : words.trail.shown(formats.count(shown.length))}
          </p>
          {shown.length > 0 && <TrailTable events={shown} />}
        </>
      )}
      <p class="trail-end">
        {next.value !== null && shown !== null && (
          <button type="button" class="button button-quiet" onClick={() => void load(shown, next.peek())}>
            {words.trail.more}
          </button>
        )}
        <span>{words.trail.exports}:</span>
        {(['csv', 'json'] as const).map((format) => (
          <a key={format} href={trailAddress(filters.value, { format })} download={`loggbok.${format}`}>
            {format.toUpperCase()}
          </a>
        ))}
      </p>
    </>
  )
}
