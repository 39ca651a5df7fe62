import { Terms } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { NoticesSection } from '../notices/notices-section.tsx'
import { useToday } from '../app/today.ts'
import { CityText } from '../ui/city-text.tsx'
import { lastVisit } from './last-visit.ts'
import { useTodayMessages } from './messages.ts'
import { loadToday, loadWatches, type WorkOfToday } from './today-calls.ts'
import { type TodayItem, todayLists } from './today-items.ts'
import prose from '../ui/prose.module.css'
import styles from './today-page.module.css'

/** A coordinator's first page: what is late, what waits, what is coming, what has changed. */
export function TodayPage() {
  const { http, session, language } = useSite()
  const { today: messages, app, formats } = useTodayMessages()
  const work = useMemo(() => createResource<Omit<WorkOfToday, 'watches'>>(), [])
  const watches = useMemo(() => createResource<WorkOfToday['watches']>(), [])
  const seenAt = useMemo(() => lastVisit(session.user.value?.email ?? ''), [])
  const load = () => work.load((signal) => loadToday(http, signal))
  useEffect(() => void watches.load((signal) => loadWatches(http, signal)), [session.renewals.value])
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.title)
  const { value, failure } = work.state.value
  const today = useToday()
  const lists =
    value === null
      ? null
      : todayLists(
          { ...value, watches: watches.state.value.value ?? [] },
          { messages, formats, language: language.value, today, seenAt },
        )
  return (
    <PageFrame class={styles.page}>
      <h1>{messages.title}</h1>
      <p class={prose.quiet}>{formats.date(today)}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {lists === null && failure === null && <p role="status">{app.loading}</p>}
      {lists !== null && (
        <div class={styles.lists}>
          <List id="late" title={messages.late} none={messages.nothingLate} items={lists.late} />
          <List id="waiting" title={messages.waiting} none={messages.nothingWaiting} items={lists.waiting}>
            {value?.queue.erasureDecision === null && <p class={prose.note}>{messages.noErasure}</p>}
          </List>
          <List id="coming" title={messages.coming} none={messages.nothingComing} items={lists.coming} />
          {seenAt !== null && (
            <List id="since" title={messages.since} none={messages.nothingSince} items={lists.since} />
          )}
          {session.user.value?.rights.includes('notices.read') === true && <NoticesSection areaId={null} />}
        </div>
      )}
    </PageFrame>
  )
}

interface ListProps {
  readonly id: string
  readonly title: string
  /** What stands where there is nothing. */
  readonly none: string
  readonly items: readonly TodayItem[]
  readonly children?: preact.ComponentChildren
}

function List({ id, title, none, items, children }: ListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        <Terms>{title}</Terms>
      </h2>
      {items.length === 0 && <p class={prose.hint}>{none}</p>}
      <ul class={styles.items}>
        {items.map(({ text, href, about, isLate = false }) => (
          <li key={`${href} ${text}`} data-late={isLate}>
            <a href={href}>
              <CityText>{text}</CityText>
            </a>
            <p>{about.filter((part) => part !== '').join(' · ')}</p>
          </li>
        ))}
      </ul>
      {children}
    </section>
  )
}
