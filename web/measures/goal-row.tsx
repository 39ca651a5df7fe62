import type { ComponentChildren } from 'preact'
import { isBeyondChance } from '../../server/measures/beyond-chance.ts'
import { type FormField, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import { WorkRow } from '../work/work-row.tsx'
import { type BoxProps, choicesOf, optionalChoices } from './box.ts'
import type { Goal } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import type { MeasureMessages } from './messages-sv.ts'
import prose from '../ui/prose.module.css'

interface GoalRowProps {
  readonly goal: Goal
  /** Name of its place, where that is not clear. */
  readonly place?: string | null
  readonly mark?: string
  readonly late?: boolean
  readonly children?: ComponentChildren
}

/** A goal: what is to be different, from what to what, by when, and whether that could be distinguished from chance. */
export function GoalRow({ goal, place = null, children, ...dueMark }: GoalRowProps) {
  const { measures: messages, formats } = useMeasureMessages()
  const { what, indicator, baseline, target, dueOn, beyondChance, state, unit, ils } = goal
  const number = (value: number) => `${formats.decimal(value, 1)}${unit === null ? '' : ` ${unit}`}`
  const aim = baseline === null || target === null ? null : messages.aim(number(baseline), number(target))
  return (
    <WorkRow
      title={what}
      {...(state !== 'open' && { mark: messages.goalStates[state as keyof typeof messages.goalStates] })}
      {...dueMark}
      lines={[
        place,
        indicator,
        aim,
        dueOn === null ? null : messages.until(formats.date(dueOn)),
        ils === null ? null : `${messages.ilsLevels[ils.level]} ${ils.code} (${ils.year})`,
      ]}
    >
      {beyondChance === false && <p class={prose.note}>{messages.withinChance}</p>}
      {children}
    </WorkRow>
  )
}

/** A goal that may be changed where it stands. */
export function EditableGoal({ goal, ...props }: BoxProps & { readonly goal: Goal }) {
  const { measures: messages } = useMeasureMessages()
  const { ils } = goal
  const list = [...goalFields(messages), ...ilsFields(messages), stateField(messages)]
  return (
    <GoalRow goal={goal}>
      {props.mayWrite && (
        <ItemEdit
          name={`goal ${goal.id}`}
          item={goal}
          fields={list}
          values={{
            ...valuesOf(
              goal,
              list.map(({ name }) => name),
            ),
            ...(ils !== null && { ilsLevel: ils.level, ilsCode: ils.code, ilsYear: String(ils.year) }),
          }}
          note={(values) => <ChanceNote values={values} />}
          onSave={(values, revision) =>
            props.onChange('goals', goal.id, revision, {
              ...goalBody(values),
              ils: ilsOf(values),
              state: values['state'],
            })
          }
          onReload={props.onReload}
        />
      )}
    </GoalRow>
  )
}

/** A form of a new goal. */
export function GoalForm({ work: { problems }, areaId, onAdd }: BoxProps) {
  const { measures: messages } = useMeasureMessages()
  return (
    <ItemForm
      name={`goal of place ${areaId}`}
      summary={messages.addGoal}
      fields={[
        {
          name: 'partOf',
          label: messages.ofProblem,
          kind: 'choice',
          choices: problems.map(({ id, title }) => [String(id), title] as const),
        },
        ...goalFields(messages),
      ]}
      note={(values) => <ChanceNote values={values} />}
      onSave={(values) => onAdd('goals', { partOf: Number(values['partOf']), ...goalBody(values) })}
    />
  )
}

/** As one types: whether the target could be distinguished from chance. */
function ChanceNote({ values }: { readonly values: FormValues }) {
  const { measures: messages } = useMeasureMessages()
  const baseline = numberOf(values, 'baseline')
  const target = numberOf(values, 'target')
  const isBeyond = isBeyondChance({ indicatorKind: values['indicatorKind'] ?? '', baseline, target })
  return (
    <p role="status" class={isBeyond === false ? prose.note : prose.hint}>
      {isBeyond === null ? null : isBeyond ? messages.beyondChance : messages.withinChance}
    </p>
  )
}

function goalFields(messages: MeasureMessages['measures']): readonly FormField[] {
  const isCounted = ({ indicatorKind }: FormValues) => indicatorKind !== 'process'
  return [
    { name: 'what', label: messages.goalWhat, kind: 'text', required: true },
    {
      name: 'indicatorKind',
      label: messages.indicatorKind,
      kind: 'choice',
      choices: choicesOf(messages.indicatorKinds),
    },
    { name: 'indicator', label: messages.indicator, kind: 'text', required: true },
    { name: 'baseline', label: messages.baseline, kind: 'number', when: isCounted },
    { name: 'target', label: messages.target, kind: 'number', when: isCounted },
    { name: 'unit', label: messages.unit, kind: 'text', maxLength: 40, when: isCounted },
    { name: 'dueOn', label: messages.dueOn, kind: 'date' },
  ]
}

function ilsFields(messages: MeasureMessages['measures']): readonly FormField[] {
  const hasLevel = ({ ilsLevel = '' }: FormValues) => ilsLevel !== ''
  return [
    { name: 'ilsLevel', label: messages.ils, kind: 'choice', choices: optionalChoices(messages.ilsLevels) },
    {
      name: 'ilsCode',
      label: messages.ilsCode,
      kind: 'text',
      maxLength: 60,
      required: true,
      when: hasLevel,
    },
    { name: 'ilsYear', label: messages.ilsYear, kind: 'number', required: true, when: hasLevel },
  ]
}

function stateField(messages: MeasureMessages['measures']): FormField {
  return { name: 'state', label: messages.state, kind: 'choice', choices: choicesOf(messages.goalStates) }
}

function ilsOf(values: FormValues): object | null {
  if (textOf(values, 'ilsLevel') === null) return null
  return { level: values['ilsLevel'], code: values['ilsCode'], year: numberOf(values, 'ilsYear') }
}

function goalBody(values: FormValues): object {
  return {
    what: values['what'],
    indicatorKind: values['indicatorKind'],
    indicator: values['indicator'],
    baseline: numberOf(values, 'baseline'),
    target: numberOf(values, 'target'),
    unit: textOf(values, 'unit'),
    dueOn: textOf(values, 'dueOn'),
  }
}
