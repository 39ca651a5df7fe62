import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Consultation } from '../../server/reviews/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { NoteField } from './note-field.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './consultation-form.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface ConsultationFormProps {
  /** The party whose answer is logged; null = log a new party. */
  readonly answerTo: Consultation | null
  readonly onClose: () => void
}

/** Form that logs a consulted party with its date, or a party's answer. */
export function ConsultationForm({ answerTo: responseTo, onClose }: ConsultationFormProps) {
  const { model } = useReview()
  const { consultations: messages, cancel } = useReviewMessages()
  const party = useSignal('')
  const askedOn = useSignal('')
  const answeredOn = useSignal('')
  const summary = useSignal('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])

  const keep = async (event: Event) => {
    event.preventDefault()
    const answered = { answeredOn: answeredOn.peek(), summary: summary.peek().trim() }
    const kept = await model.act(
      'consultations',
      responseTo === null
        ? {
            kind: 'consult',
            entry: { party: party.peek().trim(), askedOn: askedOn.peek(), answeredOn: null, summary: null },
          }
        : { kind: 'answer', entry: { number: responseTo.number, ...answered } },
    )
    if (kept) onClose()
  }
  return (
    <form ref={form} class={styles.form} onSubmit={(event) => void keep(event)}>
      {responseTo === null ? (
        <>
          <div class={fields.field}>
            <label class={fields.label} for="party">
              {messages.party}
            </label>
            <input
              id="party"
              type="text"
              required
              maxLength={200}
              aria-describedby="party-hint"
              value={party.value}
              onInput={({ currentTarget }) => (party.value = currentTarget.value)}
            />
            <p class={prose.hint} id="party-hint">
              {messages.partyHint}
            </p>
          </div>
          <label class={`${fields.field} ${styles.day}`}>
            <span class={fields.label}>{messages.asked}</span>
            <input
              type="date"
              required
              value={askedOn.value}
              onInput={({ currentTarget }) => (askedOn.value = currentTarget.value)}
            />
          </label>
        </>
      ) : (
        <>
          <label class={`${fields.field} ${styles.day}`}>
            <span class={fields.label}>{messages.answered}</span>
            <input
              type="date"
              required
              value={answeredOn.value}
              onInput={({ currentTarget }) => (answeredOn.value = currentTarget.value)}
            />
          </label>
          <NoteField
            id={`answer-${responseTo.number}`}
            label={messages.summary}
            required
            value={summary.value}
            onInput={(text) => (summary.value = text)}
          />
        </>
      )}
      <div class={reviewSection.saveRow}>
        <ActionButton class={controls.button} idle={model.busy.value === 'consultations'}>
          {responseTo === null ? messages.save : messages.saveAnswer}
        </ActionButton>
        <button type="button" class={controls.quietButton} onClick={onClose}>
          {cancel}
        </button>
      </div>
    </form>
  )
}
