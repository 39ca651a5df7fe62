import { type FormField, manyOf, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import { choicesOf } from './box.ts'
import type { Measure, PlaceWork } from './measure-calls.ts'
import type { MeasureMessages } from './messages-sv.ts'

const OWN = [
  'title',
  'type',
  'owner',
  'audience',
  'beginsOn',
  'endsOn',
  'state',
  'targetGroup',
  'cancelledBecause',
]
const DECIDED = ['decided', 'ongoing', 'done']

/** The fields of a measure; what a state does not need is not asked. */
export function measureFields(
  messages: MeasureMessages['measures'],
  { causes, goals }: Pick<PlaceWork, 'causes' | 'goals'>,
  owners: readonly string[],
  audience: FormField,
): readonly FormField[] {
  const isDecided = ({ state = '' }: FormValues) => DECIDED.includes(state)
  const hasMoney = ({ amountSek = '' }: FormValues) => amountSek !== ''
  const optional: readonly FormField[] = [
    {
      name: 'causeIds',
      label: messages.againstCauses,
      kind: 'many',
      choices: causes.map(({ id, why }) => [String(id), why] as const),
    },
    {
      name: 'goalIds',
      label: messages.towardsGoals,
      kind: 'many',
      choices: goals.map(({ id, what }) => [String(id), what] as const),
    },
  ]
  return [
    { name: 'title', label: messages.measureTitle, kind: 'text', required: true },
    { name: 'type', label: messages.type, kind: 'choice', choices: choicesOf(messages.types) },
    {
      name: 'owner',
      label: messages.owner,
      kind: 'text',
      required: true,
      maxLength: 120,
      suggestions: owners,
    },
    { name: 'parties', label: messages.parties, kind: 'text', maxLength: 400 },
    { name: 'targetGroup', label: messages.targetGroup, kind: 'text', maxLength: 120 },
    { name: 'beginsOn', label: messages.beginsOn, kind: 'date' },
    { name: 'endsOn', label: messages.endsOn, kind: 'date' },
    ...optional.filter(({ choices }) => choices!.length > 0),
    audience,
    { name: 'state', label: messages.state, kind: 'choice', choices: choicesOf(messages.measureStates) },
    {
      name: 'cancelledBecause',
      label: messages.cancelledBecause,
      kind: 'text',
      maxLength: 300,
      required: true,
      when: ({ state }) => state === 'cancelled',
    },
    { name: 'board', label: messages.board, kind: 'text', required: true, when: isDecided },
    { name: 'decidedOn', label: messages.decidedOn, kind: 'date', required: true, when: isDecided },
    { name: 'section', label: messages.section, kind: 'number', required: true, when: isDecided },
    { name: 'caseNumber', label: messages.caseNumber, kind: 'text', maxLength: 60, when: isDecided },
    { name: 'amountSek', label: messages.amount, kind: 'number' },
    ...(
      [
        ['moneyKind', messages.moneyKind, choicesOf(messages.moneyKinds)],
        ['moneySource', messages.moneySource, choicesOf(messages.moneySources)],
        ['moneyState', messages.moneyState, choicesOf(messages.moneyStates)],
      ] as const
    ).map(([name, label, choices]): FormField => ({ name, label, kind: 'choice', choices, when: hasMoney })),
    { name: 'runningSekYearly', label: messages.runningSek, kind: 'number', when: hasMoney },
  ]
}

/** A measure as the form has it. */
export function measureValues(measure: Measure): FormValues {
  const { decision, money, parties, causeIds, goalIds } = measure
  return {
    ...valuesOf(measure, OWN),
    parties: parties.join(', '),
    causeIds: causeIds.join(','),
    goalIds: goalIds.join(','),
    board: decision?.name ?? '',
    decidedOn: decision?.decidedOn ?? '',
    section: decision === null ? '' : String(decision.section),
    caseNumber: decision?.caseNumber ?? '',
    amountSek: money === null ? '' : String(money.amountSek),
    moneyKind: money?.kind ?? '',
    moneySource: money?.source ?? '',
    moneyState: money?.state ?? '',
    runningSekYearly: money?.runningSekYearly == null ? '' : String(money.runningSekYearly),
  }
}

/** The form's values as the server takes them. */
export function measureBody(values: FormValues): object {
  const board = textOf(values, 'board')
  const amountSek = numberOf(values, 'amountSek')
  return {
    title: values['title'],
    type: values['type'],
    owner: values['owner'],
    audience: values['audience'],
    parties: (values['parties'] ?? '')
      .split(',')
      .map((party) => party.trim())
      .filter((party) => party !== ''),
    targetGroup: textOf(values, 'targetGroup'),
    beginsOn: textOf(values, 'beginsOn'),
    endsOn: textOf(values, 'endsOn'),
    causeIds: manyOf(values, 'causeIds'),
    goalIds: manyOf(values, 'goalIds'),
    state: values['state'],
    cancelledBecause: textOf(values, 'cancelledBecause'),
    decision:
      board === null
        ? null
        : {
            name: board,
            decidedOn: textOf(values, 'decidedOn'),
            section: numberOf(values, 'section'),
            caseNumber: textOf(values, 'caseNumber'),
          },
    money:
      amountSek === null
        ? null
        : {
            amountSek,
            kind: values['moneyKind'],
            source: values['moneySource'],
            state: values['moneyState'],
            runningSekYearly: numberOf(values, 'runningSekYearly'),
          },
  }
}
