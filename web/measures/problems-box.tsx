import type { ComponentChildren } from 'preact'
import { PERSPECTIVE_NAMES } from '../../server/platform/messages.ts'
import { Terms, TermSection } from '../glossary/terms.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { type FormField, textOf, valuesOf } from '../work/form-fields.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import { WorkRow } from '../work/work-row.tsx'
import { EvidenceList } from '../evidence/evidence-list.tsx'
import { choicesOf, type BoxProps } from './box.ts'
import type { Problem } from './measure-calls.ts'
import { useMeasureMessages } from './messages.ts'
import type { MeasureMessages } from './messages-sv.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

type ProblemsBoxProps = BoxProps & { readonly children: ComponentChildren }

/** What is known: the pictures of the place, then the problems that were worded, priorities first. */
export function ProblemsBox({ children, ...props }: ProblemsBoxProps) {
  const { work, areaId, mayWrite, onAdd } = props
  const { language } = useSite()
  const { measures: messages } = useMeasureMessages()
  const isOpen = ({ state }: Problem) => state === 'open'
  const sorted = work.problems.toSorted(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Number(b.priority) - Number(a.priority) || a.id - b.id,
  )
  return (
    <section aria-labelledby="problems">
      <TermSection>
        <h2 id="problems">
          <Terms>{messages.situationBox}</Terms>
        </h2>
        {children}
        <h3>{messages.problems}</h3>
        {work.problems.length === 0 && <p class={prose.hint}>{messages.noProblems}</p>}
        <ul class={workStyles.rows}>
          {sorted.map((problem) => (
            <ProblemRow key={problem.id} problem={problem} {...props} />
          ))}
        </ul>
        {mayWrite && (
          <ItemForm
            name={`problem of place ${areaId}`}
            summary={messages.addProblem}
            fields={problemFields(messages, language.value)}
            onSave={(values) => onAdd('problems', problemBody(values))}
          />
        )}
      </TermSection>
    </section>
  )
}

function ProblemRow({
  problem,
  work,
  mayWrite,
  onChange,
  onReload,
}: BoxProps & { readonly problem: Problem }) {
  const { language } = useSite()
  const { measures: messages } = useMeasureMessages()
  const state = {
    name: 'state',
    label: messages.state,
    kind: 'choice',
    choices: choicesOf(messages.problemStates),
  } as const
  const list = [...problemFields(messages, language.value), state]
  const mark = problem.state === 'closed' ? messages.problemStates.closed : messages.priority
  return (
    <WorkRow
      title={problem.title}
      {...((problem.state === 'closed' || problem.priority) && { mark })}
      lines={[messages.subjects[problem.subject], problem.where, problem.when]}
    >
      <Perspectives problem={problem} />
      <EvidenceList about={problem} evidence={work.evidence} mayWrite={mayWrite} onDone={onReload} />
      {mayWrite && (
        <ItemEdit
          name={`problem ${problem.id}`}
          item={problem}
          fields={list}
          values={problemValues(
            problem,
            list.map(({ name }) => name),
          )}
          onSave={(values, revision) =>
            onChange('problems', problem.id, revision, { ...problemBody(values), state: values['state'] })
          }
          onReload={onReload}
        />
      )}
    </WorkRow>
  )
}

/** What matters for whom, in one line each. */
function Perspectives({ problem: { perspectives } }: { readonly problem: Problem }) {
  const { language } = useSite()
  const names = PERSPECTIVE_NAMES[language.value]
  const matter = Object.entries(perspectives) as [keyof typeof names, string][]
  if (matter.length === 0) return null
  return (
    <dl class={workStyles.perspectives}>
      {matter.map(([key, line]) => (
        <div key={key}>
          <dt>{names[key]}</dt>
          <dd>
            <CityText>{line}</CityText>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const PERSPECTIVE_LINE = 'perspective.'

function problemFields(messages: MeasureMessages['measures'], language: 'sv' | 'en'): readonly FormField[] {
  const names = Object.entries(PERSPECTIVE_NAMES[language])
  const isPriority = (values: FormValues) => values['priority'] === 'yes'
  const isChosen = (values: FormValues, key: string) =>
    isPriority(values) && (values['perspectives'] ?? '').split(',').includes(key)
  return [
    { name: 'title', label: messages.problemTitle, kind: 'text', required: true },
    { name: 'subject', label: messages.subject, kind: 'choice', choices: choicesOf(messages.subjects) },
    { name: 'where', label: messages.where, kind: 'text' },
    { name: 'when', label: messages.when, kind: 'text' },
    { name: 'priority', label: messages.priority, kind: 'check' },
    { name: 'perspectives', label: messages.perspectives, kind: 'many', choices: names, when: isPriority },
    ...names.map(
      ([key, name]): FormField => ({
        name: PERSPECTIVE_LINE + key,
        label: messages.perspectiveLine(name),
        kind: 'text',
        required: true,
        when: (values) => isChosen(values, key),
      }),
    ),
  ]
}

function problemValues(problem: Problem, names: readonly string[]): FormValues {
  const lines = Object.entries(problem.perspectives)
  return {
    ...valuesOf(problem, names),
    perspectives: lines.map(([key]) => key).join(','),
    ...Object.fromEntries(lines.map(([key, line]) => [PERSPECTIVE_LINE + key, line])),
  }
}

function problemBody(values: FormValues): object {
  const chosen = (values['perspectives'] ?? '').split(',').filter((key) => key !== '')
  const perspectives = chosen.map((key) => [key, values[PERSPECTIVE_LINE + key]] as const)
  return {
    title: values['title'],
    subject: values['subject'],
    where: textOf(values, 'where'),
    when: textOf(values, 'when'),
    priority: values['priority'] === 'yes',
    perspectives: Object.fromEntries(perspectives),
  }
}
