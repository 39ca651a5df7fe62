import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { choicesOf, type BoxProps } from './box.ts'
import { ConclusionEdit } from './conclusion-edit.tsx'
import { EvaluationView } from './evaluation-view.tsx'
import { textOf } from '../work/form-fields.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { Evaluation, Measure, MeasureCalls } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'
import styles from './situation-page.module.css'

interface EvaluationsBoxProps extends Pick<BoxProps, 'work'> {
  readonly calls: MeasureCalls
  readonly mayEvaluate: boolean
  readonly onDone: () => Promise<unknown>
}

const SOCIAL: readonly Measure['type'][] = ['social_universal', 'social_targeted', 'communication']

/** What came of the measures, in words, figures and a picture. */
export function EvaluationsBox({ work, calls, mayEvaluate, onDone }: EvaluationsBoxProps) {
  const { measures: messages } = useMeasureMessages()
  const titleOf = ({ measureId }: Evaluation) =>
    work.measures.find(({ id }) => id === measureId)?.title ?? String(measureId)
  const placed = work.measures.filter(({ type }) => !SOCIAL.includes(type))
  return (
    <section aria-labelledby="evaluations">
      <h2 id="evaluations">
        <Terms>{messages.evaluationsBox}</Terms>
      </h2>
      {work.evaluations.length === 0 && <p class={prose.hint}>{messages.noEvaluations}</p>}
      <ul class={workStyles.rows}>
        {work.evaluations.map((evaluation) => (
          <EvaluationView key={evaluation.id} evaluation={evaluation} title={titleOf(evaluation)}>
            {mayEvaluate && <ConclusionEdit evaluation={evaluation} calls={calls} onDone={onDone} />}
          </EvaluationView>
        ))}
      </ul>
      {mayEvaluate &&
        placed.map((measure) => (
          <EvaluateForm key={measure.id} measure={measure} calls={calls} onDone={onDone} />
        ))}
    </section>
  )
}

interface EvaluateFormProps extends Pick<EvaluationsBoxProps, 'calls' | 'onDone'> {
  readonly measure: Measure
}

function EvaluateForm({ measure, calls, onDone }: EvaluateFormProps) {
  const { measures: messages } = useMeasureMessages()
  const { perceived_safety: _, ...groups } = messages.subjects
  return (
    <>
      <ItemForm
        name={`evaluation of ${measure.id}`}
        summary={messages.evaluate(measure.title)}
        save={messages.compute}
        fields={[
          { name: 'group', label: messages.group, kind: 'choice', choices: choicesOf(groups) },
          { name: 'carriedOutBy', label: messages.lastImplementationDay, kind: 'date' },
        ]}
        onSave={async (values) => {
          const group = values['group'] as Evaluation['group']
          await calls.evaluate(measure.id, group, textOf(values, 'carriedOutBy'))
          await onDone()
        }}
      />
      {measure.state === 'proposed' && <DetectableFall measure={measure} calls={calls} />}
    </>
  )
}

/** Before a measure is decided: the smallest fall that its evaluation could detect, group by group. */
function DetectableFall({ measure, calls }: Omit<EvaluateFormProps, 'onDone'>) {
  const { measures: messages, formats } = useMeasureMessages()
  const text = useSignal<string | null>(null)
  const failed = useSignal<RequestFailed | null>(null)
  const { perceived_safety: _, ...groups } = messages.subjects
  const show = async (group: Evaluation['group']) => {
    failed.value = null
    text.value = messages.computing
    try {
      const { detectable, before } = await calls.computeDetectable(measure.id, group)
      text.value =
        detectable === null
          ? messages.detectableNone
          : messages.detectable(formats.share(detectable), formats.count(before))
    } catch (error) {
      text.value = null
      failed.value = asFailure(error)
    }
  }
  return (
    <div class={styles.could}>
      <p>{messages.detectableChange}</p>
      <p class={controls.row}>
        {choicesOf(groups).map(([group, name]) => (
          <button
            key={group}
            type="button"
            class={controls.quietButton}
            onClick={() => void show(group as Evaluation['group'])}
          >
            {name}
          </button>
        ))}
      </p>
      <p role="status">{text.value}</p>
      {failed.value !== null && <FailureNote failure={failed.value} />}
    </div>
  )
}
