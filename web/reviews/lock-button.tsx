import { useRef } from 'preact/hooks'
import { ActionButton } from '../ui/action-button.tsx'
import { RepeatedNumbers } from './repeated-numbers.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './lock-button.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'

interface LockButtonProps {
  /** Whether nothing is missing; reports what is. */
  readonly isReady: () => boolean
  readonly onLock: () => void
}

/** Locks the evidence after a confirmation, because it cannot be undone. */
export function LockButton({ isReady, onLock }: LockButtonProps) {
  const { model, preview } = useReview()
  const messages = useReviewMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <ActionButton
        type="button"
        class={controls.strongButton}
        idle={model.busy.value === 'next'}
        onClick={() => isReady() && dialog.current?.showModal()}
      >
        {messages.moves.evidence_locked}
      </ActionButton>
      <dialog ref={dialog} class={styles.dialog} aria-labelledby="lock-sure">
        <p id="lock-sure">{messages.lockSure}</p>
        {preview !== null && !preview.hasFigures && <p>{messages.document.noFigures}</p>}
        {preview !== null && <RepeatedNumbers repeated={preview.repeated} />}
        <div class={reviewSection.saveRow}>
          <button
            type="button"
            class={controls.strongButton}
            onClick={() => {
              dialog.current?.close()
              onLock()
            }}
          >
            {messages.lockYes}
          </button>
          <button type="button" class={controls.quietButton} onClick={() => dialog.current?.close()}>
            {messages.cancel}
          </button>
        </div>
      </dialog>
    </>
  )
}
