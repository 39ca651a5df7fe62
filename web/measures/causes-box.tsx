import { Terms } from '../glossary/terms.tsx'
import { type FormField, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { WorkRow } from '../work/work-row.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { choicesOf, type BoxProps } from './box.ts'
import type { Cause, Problem } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import type { MeasureMessages } from './messages-sv.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** Why here: the causes of each problem as a tree, those behind others below them. */
export function CausesBox(props: BoxProps) {
  const { work, areaId, mayWrite, onAdd } = props
  const { measures: messages } = useMeasureMessages()
  const problems = work.problems.filter(({ state }) => state === 'open')
  return (
    <section aria-labelledby="causes">
      <h2 id="causes">
        <Terms>{messages.causesBox}</Terms>
      </h2>
      {work.causes.length === 0 && <p class={prose.hint}>{messages.noCauses}</p>}
      {work.problems.map((problem) => (
        <CauseTree key={problem.id} problem={problem} {...props} />
      ))}
      {mayWrite && problems.length > 0 && (
        <ItemForm
          name={`cause of place ${areaId}`}
          summary={messages.addCause}
          fields={[
            {
              name: 'partOf',
              label: messages.ofProblem,
              kind: 'choice',
              choices: problems.map(({ id, title }) => [String(id), title] as const),
            },
            ...causeFields(messages, work.causes),
          ]}
          onSave={({ partOf, ...values }) =>
            onAdd('causes', {
              partOf: Number(partOf),
              why: values['why'],
              causeKind: values['causeKind'],
              parentId: parentWithin(work.causes, numberOf(values, 'parentId'), Number(partOf)),
            })
          }
        />
      )}
    </section>
  )
}

/** A cause stands behind one of the same problem. */
function parentWithin(causes: readonly Cause[], parentId: number | null, partOf: number): number | null {
  return causes.some((cause) => cause.id === parentId && cause.partOf === partOf) ? parentId : null
}

function CauseTree({ problem, ...props }: BoxProps & { readonly problem: Problem }) {
  const own = props.work.causes.filter(({ partOf }) => partOf === problem.id)
  if (own.length === 0) return null
  return (
    <>
      <h3>{problem.title}</h3>
      <Branch causes={own} parentId={null} {...props} />
    </>
  )
}

interface BranchProps extends BoxProps {
  readonly causes: readonly Cause[]
  readonly parentId: number | null
}

function Branch({ causes, parentId, ...props }: BranchProps) {
  const here = causes.filter((cause) => cause.parentId === parentId)
  if (here.length === 0) return null
  return (
    <ul class={workStyles.rows}>
      {here.map((cause) => (
        <CauseRow key={cause.id} cause={cause} causes={causes} {...props} />
      ))}
    </ul>
  )
}

function CauseRow({ cause, causes, ...props }: Omit<BranchProps, 'parentId'> & { readonly cause: Cause }) {
  const { measures: messages } = useMeasureMessages()
  const others = causes.filter(({ id }) => id !== cause.id)
  const list: readonly FormField[] = [
    ...causeFields(messages, others),
    { name: 'state', label: messages.state, kind: 'choice', choices: choicesOf(messages.causeStates) },
    {
      name: 'contradictedBy',
      label: messages.contradictedBy,
      kind: 'text',
      maxLength: 300,
      required: true,
      when: ({ state }) => state === 'contradicted',
    },
  ]
  return (
    <WorkRow
      title={cause.why}
      mark={messages.causeStates[cause.state as keyof typeof messages.causeStates]}
      lines={[messages.causeKinds[cause.causeKind], cause.contradictedBy]}
    >
      <EvidenceList
        about={cause}
        evidence={props.work.evidence}
        mayWrite={props.mayWrite}
        onDone={props.onReload}
      />
      {props.mayWrite && (
        <ItemEdit
          name={`cause ${cause.id}`}
          item={cause}
          fields={list}
          values={valuesOf(
            cause,
            list.map(({ name }) => name),
          )}
          onSave={(values, revision) =>
            props.onChange('causes', cause.id, revision, {
              why: values['why'],
              causeKind: values['causeKind'],
              parentId: numberOf(values, 'parentId'),
              state: values['state'],
              contradictedBy: textOf(values, 'contradictedBy'),
            })
          }
          onReload={props.onReload}
        />
      )}
      <Branch causes={causes} parentId={cause.id} {...props} />
    </WorkRow>
  )
}

function causeFields(messages: MeasureMessages['measures'], others: readonly Cause[]): readonly FormField[] {
  const behind: FormField = {
    name: 'parentId',
    label: messages.underlyingCause,
    kind: 'choice',
    choices: [['', messages.noUnderlyingCause], ...others.map(({ id, why }) => [String(id), why] as const)],
  }
  return [
    { name: 'why', label: messages.why, kind: 'text', required: true, maxLength: 300 },
    { name: 'causeKind', label: messages.causeKind, kind: 'choice', choices: choicesOf(messages.causeKinds) },
    ...(others.length > 0 ? [behind] : []),
  ]
}
