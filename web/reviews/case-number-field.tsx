import type { Signal } from '@preact/signals'
import { useReviewMessages } from './review-context.ts'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

export const CASE_NUMBER_ID = 'case-number'

interface CaseNumberFieldProps {
  readonly value: Signal<string>
  /** Whether a missing number is reported. */
  readonly showsErrors: boolean
}

/** The number of the case in the city's register. */
export function CaseNumberField({ value, showsErrors }: CaseNumberFieldProps) {
  const messages = useReviewMessages()
  const isMissing = showsErrors && value.value.trim() === ''
  return (
    <div class={fields.field}>
      <label class={fields.label} for={CASE_NUMBER_ID}>
        {messages.caseNumber}
      </label>
      <input
        id={CASE_NUMBER_ID}
        type="text"
        maxLength={100}
        value={value.value}
        aria-invalid={isMissing}
        aria-describedby={`${CASE_NUMBER_ID}-problem ${CASE_NUMBER_ID}-hint`}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
      {isMissing && (
        <p class={fields.problem} id={`${CASE_NUMBER_ID}-problem`}>
          {messages.caseNumberNeeded}
        </p>
      )}
      <p class={prose.hint} id={`${CASE_NUMBER_ID}-hint`}>
        {messages.caseNumberHint}
      </p>
    </div>
  )
}
