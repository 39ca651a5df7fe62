import { FailureNote } from '../app/shell/failure-note.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { outcomeOf } from './verification-outcome.ts'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** Button that recomputes the evidence and shows whether it agrees. */
export function Verification() {
  const { model } = useReview()
  const { evidence: messages } = useReviewMessages()
  const { phase, value, failure } = model.verification.state.value
  const outcome = value === null ? null : messages.outcomes[outcomeOf(value)]
  return (
    <>
      <ActionButton
        type="button"
        class={controls.quietButton}
        idle={phase === 'loading'}
        onClick={() => void model.verify()}
      >
        {messages.verify}
      </ActionButton>
      <p class={prose.hint} role="status">
        {phase === 'loading' ? messages.verifying : outcome}
      </p>
      {failure !== null && <FailureNote failure={failure} />}
    </>
  )
}
