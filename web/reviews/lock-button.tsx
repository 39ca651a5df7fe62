import { useRef } from 'preact/hooks'
import { ActionButton } from '../ui/action-button.tsx'
import { useReview, useReviewWords } from './review-context.ts'

/** Locks the evidence, after asking once more: nothing leads back. */
export function LockButton({ onLock }: { readonly onLock: () => void }) {
  const { model } = useReview()
  const words = useReviewWords()
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      <ActionButton
        type="button"
        class="button button-strong"
        idle={model.busy.value === 'next'}
        onClick={() => dialog.current?.showModal()}
      >
        {words.moves.evidence_locked}
      </ActionButton>
      <dialog ref={dialog} class="sure-dialog" aria-labelledby="lock-sure">
        <p id="lock-sure">{words.lockSure}</p>
        <div class="save-row">
          <button
            type="button"
            class="button button-strong"
            onClick={() => {
              dialog.current?.close()
              onLock()
            }}
          >
            {words.lockYes}
          </button>
          <button type="button" class="button button-quiet" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
        </div>
      </dialog>
    </>
  )
}
