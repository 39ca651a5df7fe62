import { batch, useSignal } from '@preact/signals'
import type { ComponentChildren, FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import type { StoredAuditEvent } from '../../server/platform/audit/contract.ts'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useTexts } from '../app/site-context.ts'
import type { AuditPage } from '../accounts/admin-calls.ts'
import { useAdminMessages } from '../accounts/admin-messages.ts'
import styles from './audit-list.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface AuditListProps {
  readonly request: (cursor: string | null, signal?: AbortSignal) => Promise<AuditPage>
  /** The list restarts when it changes. */
  readonly question: unknown
  readonly emptyText: string
  /** How the rows are shown. */
  readonly Table: FunctionComponent<{ readonly events: readonly StoredAuditEvent[] }>
  /** Content beside the button for older rows. */
  readonly children?: ComponentChildren
}

/** Events of the audit log, a page at a time. */
export function AuditList({ request, question, emptyText, Table, children }: AuditListProps) {
  const { words: messages } = useAdminMessages()
  const { app, formats } = useTexts()
  const events = useSignal<readonly StoredAuditEvent[] | null>(null)
  const next = useSignal<string | null>(null)
  const failure = useSignal<RequestFailed | null>(null)
  const load = async (before: readonly StoredAuditEvent[], cursor: string | null, signal?: AbortSignal) => {
    try {
      const page = await request(cursor, signal)
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
  }, [question])
  const shown = events.value
  return (
    <>
      {failure.value !== null && <FailureNote failure={failure.value} onRetry={() => void load([], null)} />}
      {shown === null && failure.value === null && <p role="status">{app.loading}</p>}
      {shown !== null && (
        <>
          <p class={prose.hint} role="status">
            {shown.length === 0 ? emptyText : messages.auditLog.shown(formats.count(shown.length))}
          </p>
          {shown.length > 0 && <Table events={shown} />}
        </>
      )}
      <p class={styles.end}>
        {next.value !== null && shown !== null && (
          <button type="button" class={controls.quietButton} onClick={() => void load(shown, next.peek())}>
            {messages.auditLog.more}
          </button>
        )}
        {children}
      </p>
    </>
  )
}
