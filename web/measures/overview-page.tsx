import { useToday } from '../app/today.ts'
import { Terms, TermSection } from '../glossary/terms.tsx'
import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { EvaluationView } from './evaluation-view.tsx'
import { GoalRow } from './goal-row.tsx'
import { MeasureRow } from './measure-row.tsx'
import { type CityWork, createMeasureCalls } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import { goalsByUrgency, isOverdue, measuresByUrgency } from './urgency.ts'
import styles from './situation-page.module.css'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** What the city does and what came of it, late ones first: measures, goals, follow-ups. */
export function OverviewPage() {
  const { http, session } = useSite()
  const { measures: messages, app } = useMeasureMessages()
  const calls = useMemo(() => createMeasureCalls(http), [])
  const work = useMemo(() => createResource<CityWork>(), [])
  const load = () => work.load((signal) => calls.ofCity(signal))
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.overview)
  const { value, failure } = work.state.value
  return (
    <PageFrame class={styles.page}>
      <h1>{messages.overview}</h1>
      <p class={prose.quiet}>{messages.overviewLead}</p>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && <Overview work={value} />}
    </PageFrame>
  )
}

function Overview({ work }: { readonly work: CityWork }) {
  const { measures: messages, formats } = useMeasureMessages()
  const today = useToday()
  const names = new Map(work.places.map(({ id, name }) => [id, name]))
  const placeOf = (areaId: number) => names.get(areaId) ?? null
  const measures = measuresByUrgency(work.measures)
  const goals = goalsByUrgency(work.goals, today)
  const late = measures.filter((measure) => measure.late).length
  const overdue = goals.filter((goal) => isOverdue(goal, today)).length
  const standing = (
    all: number,
    behind: number,
    [none, onTime, someLate]: readonly [string, string, (late: string, all: string) => string],
  ) => {
    if (all === 0) return none
    return behind === 0 ? onTime : someLate(formats.count(behind), formats.count(all))
  }
  const titles = new Map(work.measures.map(({ id, title }) => [id, title]))
  return (
    <div class={styles.boxes}>
      <section aria-labelledby="measures">
        <TermSection>
          <h2 id="measures">
            <Terms>{messages.measuresTitle}</Terms>
          </h2>
          <p class={prose.hint}>
            {standing(measures.length, late, [messages.noMeasures, messages.noneLate, messages.lateOf])}
          </p>
          <ul class={workStyles.rows}>
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} place={placeOf(measure.areaId)} />
            ))}
          </ul>
        </TermSection>
      </section>
      <section aria-labelledby="goals">
        <h2 id="goals">
          <Terms>{messages.goalsTitle}</Terms>
        </h2>
        <p class={prose.hint}>
          {standing(goals.length, overdue, [messages.noGoalsYet, messages.noneOverdue, messages.overdueOf])}
        </p>
        <ul class={workStyles.rows}>
          {goals.map((goal) => (
            <GoalRow
              key={goal.id}
              goal={goal}
              place={placeOf(goal.areaId)}
              mark={isOverdue(goal, today) ? messages.overdue : messages.goalStates[goal.state as GoalState]}
              late={isOverdue(goal, today)}
            />
          ))}
        </ul>
      </section>
      <section aria-labelledby="evaluations">
        <h2 id="evaluations">
          <Terms>{messages.evaluationsTitle}</Terms>
        </h2>
        {work.evaluations.length === 0 && <p class={prose.hint}>{messages.noEvaluations}</p>}
        <ul class={workStyles.rows}>
          {work.evaluations.map((evaluation) => (
            <EvaluationView
              key={evaluation.id}
              evaluation={evaluation}
              title={titles.get(evaluation.measureId) ?? ''}
              place={placeOf(evaluation.areaId)}
            />
          ))}
        </ul>
      </section>
    </div>
  )
}

type GoalState = 'open' | 'reached' | 'not-reached' | 'dropped'
