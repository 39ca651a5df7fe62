import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { BOARD_REPORT_PATHS } from '../../server/board-reports/paths.ts'
import { createResource } from '../app/api/resource.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useToday } from '../app/today.ts'
import { useSite } from '../app/site-context.ts'
import { CasesSection } from '../board-cases/cases-section.tsx'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { BoardReportForm } from './board-report-form.tsx'
import { usePaperMessages } from './messages.ts'
import { PaperCard } from './paper-card.tsx'
import { type AreaItems, createPaperCalls, type PaperAudience, type PaperKind } from './paper-calls.ts'
import styles from './papers-page.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

const AUDIENCES: readonly PaperAudience[] = ['parties', 'public', 'authorities']
const KINDS: readonly PaperKind[] = ['situation-picture', 'action-plan', 'grant-application', 'minutes']
/** For whoever may read what is laid before boards. */
const BOARD_KINDS: readonly PaperKind[] = ['board-report', 'statement', 'referral-answer']

/** The papers that must be written anyway, made from what is noted, with what is missing. */
export function PapersPage() {
  const { http, session, route } = useSite()
  const { papers: messages, app } = usePaperMessages()
  const calls = useMemo(() => createPaperCalls(http), [])
  const areas = useResource((signal) => calls.areas(signal))
  const chosen = useSignal(route.value.page === 'papers' ? route.value.areaId : null)
  const audience = useSignal<PaperAudience>('parties')
  useTitle(messages.title)
  const user = session.user.value
  const rights = user?.rights ?? []
  const mayReport = rights.includes('board-reports.read')
  const known = areas.state.value.value
  const areaId = chosen.value ?? known?.[0]?.id ?? null
  const items = useMemo(() => createResource<AreaItems>(), [areaId])
  const load = async () =>
    areaId === null ? undefined : items.load((signal) => calls.items(areaId, mayReport, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const failure = areas.state.value.failure ?? items.state.value.failure
  const { value } = items.state.value
  return (
    <PageFrame class={styles.page}>
      <h1>{messages.title}</h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {known?.length === 0 && <p class={prose.hint}>{messages.noPlaces}</p>}
      {known !== null && known.length > 0 && (
        <div class={styles.choices}>
          <label class={fields.field}>
            <span class={fields.label}>{messages.area}</span>
            <select
              value={areaId ?? ''}
              onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
            >
              {known.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {user?.role !== 'partner' && (
            <ChoiceSelect
              label={messages.audience}
              value={audience.value}
              choices={AUDIENCES}
              words={(own) => messages.audiences[own]}
              onChange={(own) => (audience.value = own)}
            />
          )}
        </div>
      )}
      {value === null && failure === null && known?.length !== 0 && <p role="status">{app.loading}</p>}
      {value !== null && areaId !== null && (
        <ul class={styles.cards} key={`cards of ${areaId}`}>
          {(mayReport ? [...KINDS, ...BOARD_KINDS] : KINDS).map((kind) => (
            <PaperCard
              key={kind}
              kind={kind}
              areaId={areaId}
              audience={audience.value}
              items={value}
              calls={calls}
            />
          ))}
        </ul>
      )}
      {value !== null && areaId !== null && rights.includes('board-reports.write') && (
        <BoardReportForm
          key={`report of ${areaId}`}
          areaId={areaId}
          items={value}
          calls={calls}
          onStored={load}
        />
      )}
      {value !== null && areaId !== null && mayReport && (
        <div class={styles.part}>
          <CasesSection
            key={`cases of ${areaId}`}
            areaId={areaId}
            cases={value.cases}
            mayWrite={rights.includes('board-reports.write')}
            onStored={load}
          />
        </div>
      )}
      {mayReport && <SteeringGoals />}
    </PageFrame>
  )
}

/** The goals of the city's steering as a file, by year. */
function SteeringGoals() {
  const { papers: messages } = usePaperMessages()
  const year = useSignal(Number(useToday().slice(0, 4)))
  return (
    <section class={styles.part} aria-labelledby="steering">
      <h2 id="steering">
        <Terms>{messages.steering}</Terms>
      </h2>
      <p class={prose.quiet}>{messages.steeringAbout}</p>
      <div class={styles.actions}>
        <label class={fields.field}>
          <span class={fields.label}>{messages.year}</span>
          <input
            type="number"
            min={2000}
            max={2199}
            value={year.value}
            onInput={({ currentTarget }) => (year.value = Number(currentTarget.value))}
          />
        </label>
        <a href={`${BOARD_REPORT_PATHS.steeringGoals}?year=${year.value}&format=csv`} download>
          {messages.csv}
        </a>
      </div>
    </section>
  )
}
