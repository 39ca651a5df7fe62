import { type FormField, manyOf, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Agreement, CitizensPromise } from './agreement-calls.ts'
import type { AgreementMessages } from './messages-sv.ts'

type Messages = AgreementMessages['agreements']
interface Named {
  readonly id: number
  readonly name: string
}

const isDecided = ({ state = 'proposed' }: FormValues) => state !== 'proposed' && state !== ''

function commonFields(messages: Messages, states: Readonly<Record<string, string>>): readonly FormField[] {
  return [
    { name: 'beginsOn', label: messages.beginsOn, kind: 'date', required: true },
    { name: 'endsOn', label: messages.endsOn, kind: 'date', required: true },
    { name: 'state', label: messages.state, kind: 'choice', choices: Object.entries(states) },
    { name: 'board', label: messages.board, kind: 'text', required: true, when: isDecided },
    { name: 'decidedOn', label: messages.decidedOn, kind: 'date', required: true, when: isDecided },
    { name: 'section', label: messages.section, kind: 'number', required: true, when: isDecided },
    { name: 'caseNumber', label: messages.caseNumber, kind: 'text', maxLength: 60, when: isDecided },
  ]
}

/** The fields of an agreement. */
export function agreementFields(messages: Messages): readonly FormField[] {
  return [
    { name: 'parties', label: messages.parties, kind: 'text', required: true, maxLength: 600 },
    ...commonFields(messages, messages.states),
    { name: 'problemAreas', label: messages.problemAreas, kind: 'text', maxLength: 600 },
    { name: 'forums', label: messages.forums, kind: 'text', maxLength: 600 },
    { name: 'yearlyPlan', label: messages.yearlyPlan, kind: 'lines', maxLength: 2000 },
  ]
}

/** The fields of a promise. */
export function promiseFields(messages: Messages, measures: readonly Named[]): readonly FormField[] {
  const chosen: FormField = {
    name: 'measureIds',
    label: messages.measures,
    kind: 'many',
    choices: measures.map(({ id, name }) => [String(id), name] as const),
  }
  return [
    { name: 'sentence', label: messages.sentence, kind: 'text', required: true, maxLength: 200 },
    { name: 'where', label: messages.where, kind: 'text' },
    ...commonFields(messages, messages.promiseStates),
    ...(measures.length > 0 ? [chosen] : []),
    {
      name: 'outcome',
      label: messages.outcome,
      kind: 'lines',
      maxLength: 600,
      required: true,
      when: ({ state }) => state === 'kept' || state === 'not-kept',
    },
  ]
}

const LISTS = ['parties', 'problemAreas', 'forums'] as const

/** An agreement as the form has it. */
export function agreementValues(agreement: Agreement): FormValues {
  const lists = LISTS.map((name) => [name, agreement[name].join(', ')] as const)
  return {
    ...valuesOf(agreement, ['beginsOn', 'endsOn', 'state', 'yearlyPlan']),
    ...Object.fromEntries(lists),
    ...decisionValues(agreement),
  }
}

/** A promise as the form has it. */
export function promiseValues(promise: CitizensPromise): FormValues {
  return {
    ...valuesOf(promise, ['sentence', 'where', 'beginsOn', 'endsOn', 'state', 'outcome']),
    measureIds: promise.measureIds.join(','),
    ...decisionValues(promise),
  }
}

function decisionValues({ decision }: Pick<Agreement, 'decision'>): FormValues {
  return {
    board: decision?.name ?? '',
    decidedOn: decision?.decidedOn ?? '',
    section: String(decision?.section ?? ''),
    caseNumber: decision?.caseNumber ?? '',
  }
}

/** The form's values of an agreement as the server takes them. */
export function agreementBody(values: FormValues): object {
  const lists = LISTS.map((name) => [name, listOf(values[name] ?? '')] as const)
  return { ...Object.fromEntries(lists), yearlyPlan: textOf(values, 'yearlyPlan'), ...commonBody(values) }
}

/** The same of a promise, which is public once it is decided. */
export function promiseBody(values: FormValues): object {
  return {
    sentence: values['sentence'],
    where: textOf(values, 'where'),
    measureIds: manyOf(values, 'measureIds'),
    outcome: textOf(values, 'outcome'),
    ...commonBody(values),
    ...(isDecided(values) && { audience: 'public' }),
  }
}

function commonBody(values: FormValues): object {
  const board = isDecided(values) ? textOf(values, 'board') : null
  const { beginsOn, endsOn, state } = values
  const decision = {
    name: board,
    decidedOn: textOf(values, 'decidedOn'),
    section: numberOf(values, 'section'),
    caseNumber: textOf(values, 'caseNumber'),
  }
  return { beginsOn, endsOn, state, decision: board === null ? null : decision }
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
}
