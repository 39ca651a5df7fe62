import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { ItemForm } from '../work/item-form.tsx'
import { useRequestMessages } from './messages.ts'
import { createRequestCalls, type RequestList } from './request-calls.ts'
import { newFields } from './request-fields.ts'
import { RequestRow } from './request-row.tsx'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** Requests for public records, the open ones first. */
export function RequestsPage() {
  const { http, session } = useSite()
  const { requests: messages, app } = useRequestMessages()
  const calls = useMemo(() => createRequestCalls(http), [])
  const list = useMemo(() => createResource<RequestList>(), [])
  const load = () => list.load((signal) => calls.list(signal))
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.title)
  const { value, failure } = list.state.value
  const mayWrite = session.user.value?.rights.includes('records-requests.write') ?? false
  return (
    <PageFrame>
      <h1>
        <Terms>{messages.title}</Terms>
      </h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value?.requests.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      {value !== null && (
        <>
          <ul class={workStyles.rows}>
            {openFirst(value.requests).map((request) => (
              <RequestRow
                key={request.id}
                request={request}
                areas={value.areas}
                calls={calls}
                mayWrite={mayWrite}
                onStored={load}
              />
            ))}
          </ul>
          {mayWrite && (
            <ItemForm
              name="records request"
              summary={messages.add}
              fields={newFields(
                messages,
                value.areas.filter(({ kind }) => kind !== 'base'),
              )}
              onSave={async ({ wanted, receivedOn, areaId }) => {
                await calls.add({ wanted, receivedOn, areaId: Number(areaId) })
                await load()
              }}
            />
          )}
        </>
      )}
    </PageFrame>
  )
}

const ORDER = ['prepared', 'received', 'given', 'given-in-part', 'refused']

/** What awaits a decision first, then what is new, then the newest of the rest. */
function openFirst(requests: RequestList['requests']) {
  const rank = (state: string) => Math.min(ORDER.indexOf(state), 2)
  return requests.toSorted((a, b) => rank(a.state) - rank(b.state) || b.id - a.id)
}
