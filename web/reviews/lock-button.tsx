import { useRef } from 'preact/hooks'
import { ActionButton } from '../ui/action-button.tsx'
import { RepeatedNumbers } from './repeated-numbers.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './lock-button.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'

interface LockButtonProps {
  /** Whether nothing is missing; tells what is. */
  readonly isReady: () => boolean
  readonly onLock: () => void
}

/** Locks the evidence, after asking once more: nothing leads back. */
export function LockButton({ isReady, onLock }: LockButtonProps) {
  const { model, preview } = useReview()
  const words = useReviewWords()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <ActionButton
        type="button"
        class={controls.strongButton}
        idle={model.busy.value === 'next'}
        onClick={() => isReady() && dialog.current?.showModal()}
      >
        {words.moves.evidence_locked}
      </ActionButton>
      <dialog ref={dialog} class={styles.dialog} aria-labelledby="lock-sure">
        <p id="lock-sure">{words.lockSure}</p>
        {preview !== null && !preview.hasFigures && <p>{words.document.noFigures}</p>}
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
            {words.lockYes}
          </button>
          <button type="button" class={controls.quietButton} onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </dialog>
    </>
  )
}
