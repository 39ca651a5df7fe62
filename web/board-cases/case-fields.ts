import { type FormField, textOf, valuesOf } from '../work/form-fields.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import type { BoardCase } from './board-case-calls.ts'
import type { BoardCaseMessages } from './messages-sv.ts'

type Messages = BoardCaseMessages['cases']

const SHORT = 4000
const LONG = 8000
/** Texts of a case, each the heading of a section, with their greatest lengths. */
const TEXTS = {
  proposal: SHORT,
  summary: SHORT,
  background: LONG,
  matter: LONG,
  views: LONG,
  equality: SHORT,
  attachments: SHORT,
} as const
const OWN = ['form', 'title', 'board', 'caseNumber', 'referredBy', 'dueOn', 'audience', 'state'] as const
const TEXT_NAMES = Object.keys(TEXTS) as (keyof typeof TEXTS)[]

const isReferral = ({ form }: FormValues) => form === 'referral-answer'

/** The fields of a new case. @param audience the field of whom it is for */
export function caseFields(messages: Messages, audience: FormField): readonly FormField[] {
  return [
    { name: 'form', label: messages.form, kind: 'choice', choices: Object.entries(messages.forms) },
    { name: 'title', label: messages.caseTitle, kind: 'text', required: true },
    { name: 'board', label: messages.board, kind: 'text', required: true, maxLength: 120 },
    { name: 'caseNumber', label: messages.caseNumber, kind: 'text', maxLength: 60 },
    {
      name: 'referredBy',
      label: messages.referredBy,
      kind: 'text',
      required: true,
      maxLength: 120,
      when: isReferral,
    },
    { name: 'dueOn', label: messages.dueOn, kind: 'date', required: true, when: isReferral },
    ...TEXT_NAMES.map((name): FormField => {
      const maxLength = TEXTS[name]
      return { name, label: messages[name], kind: 'lines', maxLength, rows: maxLength === LONG ? 8 : 4 }
    }),
    audience,
  ]
}

/** The fields of one that is there: it may be filed. */
export function caseEditFields(messages: Messages, audience: FormField): readonly FormField[] {
  const choices = Object.entries(messages.stateChoices)
  return [
    ...caseFields(messages, audience),
    { name: 'state', label: messages.state, kind: 'choice', choices },
  ]
}

/** A case as the form has it. */
export function caseValues(boardCase: BoardCase): FormValues {
  return {
    ...valuesOf(boardCase, [...OWN, ...TEXT_NAMES]),
    attachments: boardCase.attachments.join('\n'),
  }
}

/** The form's values as the server takes them. */
export function caseBody(values: FormValues): object {
  const { form, title, board, audience, state } = values
  const ofReferral = (name: string) => (isReferral(values) ? textOf(values, name) : null)
  return {
    form,
    title,
    board,
    audience,
    ...(state !== undefined && { state }),
    caseNumber: textOf(values, 'caseNumber'),
    referredBy: ofReferral('referredBy'),
    dueOn: ofReferral('dueOn'),
    ...Object.fromEntries(TEXT_NAMES.map((name) => [name, textOf(values, name)])),
    attachments: (values['attachments'] ?? '').split('\n').flatMap((line) => line.trim() || []),
  }
}
