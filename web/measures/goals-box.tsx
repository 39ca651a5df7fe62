import { Terms, TermSection } from '../glossary/terms.tsx'
import { CommitmentsOfPlace } from './commitments-of-place.tsx'
import type { BoxProps } from './box.ts'
import { GapsList } from './gaps-list.tsx'
import { GoalForm, EditableGoal } from './goal-row.tsx'
import { MeasureForm, EditableMeasure } from './measure-row.tsx'
import { useMeasureMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** What is to be different, who does what about it, and what was promised until when. */
export function GoalsBox(props: BoxProps) {
  const { goals, measures, problems } = props.work
  const { measures: messages } = useMeasureMessages()
  return (
    <section aria-labelledby="goals">
      <TermSection>
        <h2 id="goals">
          <Terms>{messages.goalsBox}</Terms>
        </h2>
        <CommitmentsOfPlace areaId={props.areaId} owners={props.owners} />
        <h3>{messages.goalsHeading}</h3>
        {goals.length + measures.length === 0 && <p class={prose.hint}>{messages.noGoalsNorMeasures}</p>}
        <ul class={workStyles.rows}>
          {goals.map((goal) => (
            <EditableGoal key={goal.id} goal={goal} {...props} />
          ))}
          {measures.map((measure) => (
            <EditableMeasure key={measure.id} measure={measure} {...props} />
          ))}
        </ul>
        <GapsList work={props.work} />
        {props.mayWrite && problems.length > 0 && <GoalForm {...props} />}
        {props.mayWrite && <MeasureForm {...props} />}
      </TermSection>
    </section>
  )
}
