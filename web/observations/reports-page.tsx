import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { createResource } from '../app/api/resource.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { useObservationMessages } from './messages.ts'
import {
  createObservationCalls,
  type Observation,
  type Outcome,
  type Queue,
  type QueueFilter,
} from './observation-calls.ts'
import { QueueFilterForm } from './queue-filter-form.tsx'
import { QueueGroup } from './queue-group.tsx'
import { ReportLinks } from './report-links.tsx'
import styles from './reports-page.module.css'
import prose from '../ui/prose.module.css'

/** The coordinator's queue of observations, and the links that they come by. */
export function ReportsPage() {
  const { http, route, session } = useSite()
  const { observations: messages, app } = useObservationMessages()
  const calls = useMemo(() => createObservationCalls(http), [])
  const queue = useMemo(() => createResource<Queue>(), [])
  const areas = useResource((signal) => calls.areas(signal))
  const filter = useSignal<QueueFilter>({
    areaId: route.value.page === 'reports' ? route.value.areaId : null,
    state: 'open',
  })
  const failed = useSignal<RequestFailed | null>(null)
  const load = () => queue.load((signal) => calls.queue(filter.peek(), signal))
  useEffect(() => void load(), [filter.value, session.renewals.value])
  useTitle(messages.title)
  /** Says of every observation of a group what became of it; whether all was done. */
  const settle = async (group: readonly Observation[], outcome: Outcome): Promise<boolean> => {
    failed.value = null
    try {
      for (const observation of group) await calls.change(observation, outcome)
      return true
    } catch (error) {
      failed.value = asFailure(error)
      return false
    } finally {
      await load()
    }
  }
  const { value, failure } = queue.state.value
  return (
    <PageFrame class={styles.page}>
      <h1>
        <Terms>{messages.title}</Terms>
      </h1>
      <p class={prose.quiet}>{messages.lead}</p>
      <div class={styles.columns}>
        <div class={styles.queue}>
          <QueueFilterForm
            filter={filter.value}
            areas={areas.state.value.value ?? []}
            onChange={(chosen) => (filter.value = chosen)}
          />
          {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
          {failed.value !== null && (
            <FailureNote failure={failed.value} ownMessages={{ 'precondition-failed': messages.changed }} />
          )}
          {value === null && failure === null && <p role="status">{app.loading}</p>}
          {value !== null && <QueueList queue={value} state={filter.value.state} onSettle={settle} />}
        </div>
        <ReportLinks calls={calls} areas={areas.state.value.value ?? []} />
      </div>
    </PageFrame>
  )
}

interface QueueListProps {
  readonly queue: Queue
  readonly state: QueueFilter['state']
  readonly onSettle: (group: readonly Observation[], outcome: Outcome) => Promise<boolean>
}

function QueueList({ queue: { groups, isWhole, erasureDecision }, state, onSettle }: QueueListProps) {
  const { observations: messages } = useObservationMessages()
  return (
    <>
      <p class={erasureDecision === null ? prose.note : prose.hint}>
        {erasureDecision === null ? messages.noErasure : messages.erasure(erasureDecision)}
      </p>
      {!isWhole && <p class={prose.note}>{messages.notWhole}</p>}
      {groups.length === 0 && <p>{state === 'open' ? messages.none : messages.noneClosed}</p>}
      <ul class={styles.groups}>
        {groups.map((group) => (
          <QueueGroup key={group[0]!.id} group={group} onSettle={(outcome) => onSettle(group, outcome)} />
        ))}
      </ul>
    </>
  )
}
