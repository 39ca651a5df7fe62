import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { walkAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { useWalkMessages } from './messages.ts'
import { OpenFindings } from './open-findings.tsx'
import { createWalkCalls, type Walk } from './walk-calls.ts'
import { WalkPlanForm } from './walk-plan-form.tsx'
import styles from './walk-page.module.css'
import prose from '../ui/prose.module.css'

/** All safety walks, the newest first, and what waits for an answer. */
export function WalksPage() {
  const { http, session } = useSite()
  const { walks: messages, app } = useWalkMessages()
  const calls = useMemo(() => createWalkCalls(http), [])
  const received = useMemo(() => createResource<readonly Walk[]>(), [])
  const load = () => received.load((signal) => calls.walks(signal))
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.title)
  const { value: walks, failure } = received.state.value
  const mayPlan = session.user.value?.rights.includes('walks.write') ?? false
  return (
    <PageFrame class={styles.page}>
      <h1>
        <Terms>{messages.title}</Terms>
      </h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {walks === null && failure === null && <p role="status">{app.loading}</p>}
      {walks !== null && (
        <div class={styles.columns}>
          <div>
            {walks.length === 0 && <p class={prose.hint}>{messages.none}</p>}
            <ul class={styles.rows}>
              {walks.map((walk) => (
                <WalkLink key={walk.id} walk={walk} />
              ))}
            </ul>
            {mayPlan && <WalkPlanForm calls={calls} walks={walks} onPlanned={load} />}
          </div>
          <OpenFindings areaId={null} />
        </div>
      )}
    </PageFrame>
  )
}

function WalkLink({ walk: { id, areaName, dueOn, hour, state } }: { readonly walk: Walk }) {
  const { language } = useSite()
  const { walks: messages, formats } = useWalkMessages()
  const when = [formats.date(dueOn!), ...(hour === null ? [] : [messages.at(hour)])].join(' ')
  return (
    <li class={styles.link}>
      <a href={walkAddress(id, language.value)}>
        <CityText>{areaName}</CityText>
      </a>
      <span>
        {when} · {messages.states[state === 'walked' ? 'walked' : 'planned']}
      </span>
    </li>
  )
}
