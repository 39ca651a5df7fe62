import { type FormField, numberOf, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { RequestMessages } from './messages-sv.ts'
import type { CountedArea, RecordsRequest } from './request-calls.ts'

type Messages = RequestMessages['requests']

const areaField = (messages: Messages, areas: readonly CountedArea[]): FormField => ({
  name: 'areaId',
  label: messages.area,
  kind: 'choice',
  choices: areas.map(({ id, name }) => [String(id), name]),
})

/** The fields of a new request. */
export function newFields(messages: Messages, areas: readonly CountedArea[]): readonly FormField[] {
  return [
    { name: 'wanted', label: messages.wanted, kind: 'lines', required: true, maxLength: 1000 },
    { name: 'receivedOn', label: messages.receivedOn, kind: 'date', required: true },
    areaField(messages, areas),
  ]
}

/** What is proposed to be given out or refused. */
export function proposedFields(messages: Messages): readonly FormField[] {
  return [
    { name: 'wanted', label: messages.wanted, kind: 'lines', required: true, maxLength: 1000 },
    { name: 'receivedOn', label: messages.receivedOn, kind: 'date', required: true },
    { name: 'handedOut', label: messages.handedOut, kind: 'lines', maxLength: 500 },
    { name: 'statute', label: messages.statute, kind: 'text', maxLength: 200 },
    {
      name: 'appeal',
      label: messages.appeal,
      kind: 'lines',
      maxLength: 500,
      when: ({ statute = '' }) => statute.trim() !== '',
    },
  ]
}

/** A request as the form has it; how it is appealed stands ready where something is refused. */
export function proposedValues(request: RecordsRequest, messages: Messages): FormValues {
  const values = valuesOf(request, ['wanted', 'receivedOn', 'handedOut', 'statute', 'appeal'])
  return { ...values, appeal: values['appeal'] || messages.appealText }
}

/** The form's values as the server takes them. */
export function proposedBody(values: FormValues): object {
  const statute = textOf(values, 'statute')
  return {
    wanted: values['wanted'],
    receivedOn: values['receivedOn'],
    handedOut: textOf(values, 'handedOut'),
    statute,
    appeal: statute === null ? null : textOf(values, 'appeal'),
  }
}

/** The fields of a figure that is given out. */
export function figureFields(messages: Messages, areas: readonly CountedArea[]): readonly FormField[] {
  return [
    areaField(messages, areas),
    {
      name: 'register',
      label: messages.register,
      kind: 'choice',
      choices: Object.entries(messages.registers),
    },
    { name: 'group', label: messages.group, kind: 'choice', choices: Object.entries(messages.groups) },
    { name: 'from', label: messages.from, kind: 'date', required: true },
    { name: 'to', label: messages.to, kind: 'date', required: true },
    { name: 'count', label: messages.count, kind: 'number', required: true },
    {
      name: 'countedAs',
      label: messages.countedAs,
      kind: 'choice',
      choices: Object.entries(messages.counted),
    },
  ]
}

/** A figure as the server takes it. */
export function figureBody(values: FormValues): object {
  const { register, group, from, to, countedAs } = values
  const [areaId, count] = [numberOf(values, 'areaId'), numberOf(values, 'count')]
  return { areaId, register, group, from, to, count, countedAs }
}
