import { type FormField, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Named, Need } from './need-calls.ts'
import type { NeedMessages } from './messages-sv.ts'

type Messages = NeedMessages['needs']

/** The fields of a new need. */
export function needFields(messages: Messages, audience: FormField): readonly FormField[] {
  return [
    { name: 'sentence', label: messages.sentence, kind: 'text', required: true, maxLength: 300 },
    { name: 'source', label: messages.source, kind: 'choice', choices: Object.entries(messages.sources) },
    audience,
    { name: 'lat', label: messages.latitude, kind: 'number' },
    { name: 'lon', label: messages.longitude, kind: 'number' },
  ]
}

/** What became of a need. */
export function outcomeFields(
  messages: Messages,
  proposals: readonly Named[],
  measures: readonly Named[],
): readonly FormField[] {
  const isTaken = ({ state }: FormValues) => state === 'taken'
  const choices = (list: readonly Named[]) =>
    [['', messages.nothing], ...list.map(({ id, name }) => [String(id), name])] as [string, string][]
  return [
    { name: 'state', label: messages.state, kind: 'choice', choices: Object.entries(messages.states) },
    {
      name: 'proposalId',
      label: messages.proposal,
      kind: 'choice',
      choices: choices(proposals),
      when: isTaken,
    },
    { name: 'measureId', label: messages.measure, kind: 'choice', choices: choices(measures), when: isTaken },
    {
      name: 'notNowBecause',
      label: messages.why,
      kind: 'text',
      maxLength: 300,
      required: true,
      when: ({ state }) => state === 'not-now',
    },
  ]
}

const OWN = ['sentence', 'source', 'audience', 'state', 'proposalId', 'measureId', 'notNowBecause']

/** A need as the form has it. */
export function needValues(need: Need): FormValues {
  const { point } = need
  return { ...valuesOf(need, OWN), lat: String(point?.lat ?? ''), lon: String(point?.lon ?? '') }
}

/** The form's values as the server takes them. */
export function needBody(values: FormValues): object {
  const { sentence, source, audience, state } = values
  const lat = numberOf(values, 'lat')
  const lon = numberOf(values, 'lon')
  return {
    sentence,
    source,
    audience,
    point: lat === null || lon === null ? null : { lon, lat },
    ...(state !== undefined && {
      state,
      proposalId: numberOf(values, 'proposalId'),
      measureId: numberOf(values, 'measureId'),
      notNowBecause: textOf(values, 'notNowBecause'),
    }),
  }
}
