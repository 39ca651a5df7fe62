import { audienceField } from '../work/audience-field.ts'
import { textOf, valuesOf } from '../work/form-fields.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { useWorkMessages } from '../work/messages.ts'
import { choicesOf } from './box.ts'
import type { Evaluation, MeasureCalls } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'

interface ConclusionEditProps {
  readonly evaluation: Evaluation
  readonly calls: Pick<MeasureCalls, 'conclude'>
  readonly onDone: () => Promise<unknown>
}

/** What was learnt of a measure, what happens now, and whether the conclusion is for the city's page. */
export function ConclusionEdit({ evaluation, calls, onDone }: ConclusionEditProps) {
  const { measures: messages } = useMeasureMessages()
  const { work } = useWorkMessages()
  return (
    <ItemEdit
      name={`evaluation ${evaluation.id}`}
      item={evaluation}
      summary={messages.conclude}
      fields={[
        { name: 'learnt', label: messages.learnt, kind: 'lines', maxLength: 600 },
        { name: 'state', label: messages.nextStep, kind: 'choice', choices: choicesOf(messages.nextSteps) },
        audienceField(work),
      ]}
      values={valuesOf(evaluation, ['learnt', 'state', 'audience'])}
      onSave={async (values, revision) => {
        const { state, audience } = values
        await calls.conclude(evaluation, revision, { learnt: textOf(values, 'learnt'), state, audience })
        await onDone()
      }}
      onReload={onDone}
    />
  )
}
