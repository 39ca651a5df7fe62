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

/** What the city does and what came of it: measures, goals and evaluations, late measures and overdue goals first. */
export function OverviewPage() {
  const { http, session } = useSite()
  const { measures: messages, app } = useMeasureMessages()
  const calls = useMemo(() => createMeasureCalls(http), [])
  const work = useMemo(() => createResource<CityWork>(), [])
  const load = () => work.load((signal) => calls.loadCity(signal))
  useEffect(() => void load(), [session.renewals.value])
  useTitle(messages.overview)
  const { value, failure } = work.state.value
  return (
    <PageFrame class={styles.page}>
      <h1>
        <Terms>{messages.overview}</Terms>
      </h1>
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
  const placeNames = new Map(work.places.map(({ id, name }) => [id, name]))
  const placeNameOf = (areaId: number) => placeNames.get(areaId) ?? null
  const measures = measuresByUrgency(work.measures)
  const goals = goalsByUrgency(work.goals, today)
  const lateCount = measures.filter(({ late }) => late).length
  const overdueCount = goals.filter((goal) => isOverdue(goal, today)).length
  const overdueSummary = (
    all: number,
    overdue: number,
    texts: {
      readonly none: string
      readonly allOnTime: string
      readonly someOverdue: (overdue: string, all: string) => string
    },
  ) => {
    if (all === 0) return texts.none
    return overdue === 0 ? texts.allOnTime : texts.someOverdue(formats.count(overdue), formats.count(all))
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
            {overdueSummary(measures.length, lateCount, {
              none: messages.noMeasures,
              allOnTime: messages.noMeasureOverdue,
              someOverdue: messages.measuresOverdue,
            })}
          </p>
          <ul class={workStyles.rows}>
            {measures.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} place={placeNameOf(measure.areaId)} />
            ))}
          </ul>
        </TermSection>
      </section>
      <section aria-labelledby="goals">
        <h2 id="goals">
          <Terms>{messages.goalsTitle}</Terms>
        </h2>
        <p class={prose.hint}>
          {overdueSummary(goals.length, overdueCount, {
            none: messages.noGoals,
            allOnTime: messages.noGoalOverdue,
            someOverdue: messages.goalsOverdue,
          })}
        </p>
        <ul class={workStyles.rows}>
          {goals.map((goal) => (
            <GoalRow
              key={goal.id}
              goal={goal}
              place={placeNameOf(goal.areaId)}
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
              place={placeNameOf(evaluation.areaId)}
            />
          ))}
        </ul>
      </section>
    </div>
  )
}

type GoalState = 'open' | 'reached' | 'not-reached' | 'dropped'
