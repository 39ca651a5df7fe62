import { useSignal } from '@preact/signals'
import { isReason, MIN_REASON_WORDS } from '../../server/reviews/decision-rules.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { NoteField } from './note-field.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { showField } from './show-field.ts'
import controls from '../ui/controls.module.css'

const REASON_ID = 'without-consultation'

/** The way to the weighing where nobody is consulted: both steps at once, with the reason. */
export function WithoutConsultation() {
  const { model } = useReview()
  const messages = useReviewMessages()
  const reason = useSignal('')
  const tried = useSignal(false)
  const problem = tried.value && !isReason(reason.value)
  const move = async () => {
    const isOpen = await model.act('next', { kind: 'move', to: 'consultation', note: null })
    if (isOpen) await model.act('next', { kind: 'move', to: 'weighing', note: reason.peek().trim() })
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        tried.value = true
        if (isReason(reason.peek())) void move()
        else showField(REASON_ID)
      }}
    >
      <NoteField
        id={REASON_ID}
        label={messages.whyNoConsultation}
        rows={2}
        {...(problem ? {} : { hint: messages.aSentence(String(MIN_REASON_WORDS)) })}
        problem={problem ? messages.aSentence(String(MIN_REASON_WORDS)) : null}
        value={reason.value}
        onInput={(text) => (reason.value = text)}
      />
      <ActionButton class={controls.quietButton} idle={model.busy.value === 'next'}>
        {messages.withoutConsultation}
      </ActionButton>
    </form>
  )
}
