import { type FormField, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { Consultation } from './board-case-calls.ts'
import type { BoardCaseMessages } from './messages-sv.ts'

/** The fields of a consultation. @param audience the field of whom it is for */
export function consultationFields(
  messages: BoardCaseMessages['consultations'],
  audience: FormField,
): readonly FormField[] {
  const { suggestions } = messages
  return [
    { name: 'who', label: messages.who, kind: 'text', required: true, maxLength: 120, suggestions },
    { name: 'heldOn', label: messages.heldOn, kind: 'date', required: true },
    { name: 'said', label: messages.said, kind: 'lines', required: true, maxLength: 500 },
    { name: 'outcome', label: messages.outcome, kind: 'lines', maxLength: 500 },
    audience,
  ]
}

/** A consultation as the form has it. */
export function consultationValues(consultation: Consultation): FormValues {
  return valuesOf(consultation, ['who', 'heldOn', 'said', 'outcome', 'audience'])
}

/** The form's values as the server takes them: followed up once it is known what came of it. */
export function consultationBody(values: FormValues): object {
  const { who, heldOn, said, audience } = values
  const outcome = textOf(values, 'outcome')
  return { who, heldOn, said, audience, outcome, state: outcome === null ? 'open' : 'followed-up' }
}
