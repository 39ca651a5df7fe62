import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { addDays } from '../../i18n/dates.ts'
import { useToday } from '../../app/today.ts'
import { useSite } from '../../app/site-context.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { NoteField } from '../note-field.tsx'
import { useReviewMessages } from '../review-context.ts'
import { linkMessages } from './messages.ts'
import styles from '../consultation-form.module.css'
import reviewSection from '../review-section.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

export interface NewLink {
  readonly question: string
  readonly lastDay: string
}

interface LinkFormProps {
  /** Of the consultation. */
  readonly number: number
  readonly onMake: (link: NewLink) => Promise<void>
  readonly onClose: () => void
}

/** Three weeks, as in a consultation on a detailed plan. */
const DAYS = 21

/** What the party is asked, and until when. */
export function LinkForm({ number, onMake, onClose }: LinkFormProps) {
  const messages = linkMessages[useSite().language.value]
  const { cancel } = useReviewMessages()
  const question = useSignal(linkMessages.sv.questionStart)
  const lastDay = useSignal<string>(addDays(useToday(), DAYS))
  const busy = useSignal(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('textarea')?.focus(), [])
  const make = async (event: Event) => {
    event.preventDefault()
    busy.value = true
    await onMake({ question: question.peek().trim(), lastDay: lastDay.peek() })
    busy.value = false
  }
  return (
    <form ref={form} class={styles.form} onSubmit={(event) => void make(event)}>
      <p class={prose.hint}>{messages.lead}</p>
      <NoteField
        id={`link-question-${number}`}
        label={messages.question}
        required
        maxLength={1000}
        value={question.value}
        onInput={(text) => (question.value = text)}
      />
      <label class={`${fields.field} ${styles.day}`}>
        <span class={fields.label}>{messages.lastDay}</span>
        <input
          type="date"
          required
          value={lastDay.value}
          onInput={({ currentTarget }) => (lastDay.value = currentTarget.value)}
        />
      </label>
      <div class={reviewSection.saveRow}>
        <ActionButton class={controls.button} idle={busy.value}>
          {messages.save}
        </ActionButton>
        <button type="button" class={controls.quietButton} onClick={onClose}>
          {cancel}
        </button>
      </div>
      <p role="status">{busy.value && messages.busy}</p>
    </form>
  )
}
