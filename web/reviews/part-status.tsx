import { FailureNote } from '../app/shell/failure-note.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import type { ReviewPart } from './review-model.ts'
import styles from './part-status.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The status of a part of the page: saving, saved, or failed. */
export function PartStatus({ part }: { readonly part: ReviewPart }) {
  const { model, review } = useReview()
  const messages = useReviewMessages()
  const failed = model.failure.value?.part === part ? model.failure.value.failure : null
  return (
    <>
      <p class={styles.status} role="status">
        {model.busy.value === part &&
          (part === 'evidence' ? messages.evidence.recomputing : messages.working)}
        {model.done.value === part && messages.kept}
      </p>
      {failed?.code === 'precondition-failed' && (
        <div class={prose.note} role="alert">
          <p>{messages.changedMeanwhile}</p>
          <button type="button" class={controls.quietButton} onClick={() => void model.read()}>
            {messages.readAgain}
          </button>
        </div>
      )}
      {failed !== null && failed.code !== 'precondition-failed' && (
        <FailureNote
          failure={failed}
          ownMessages={
            part === 'next' && review.state === 'screening' ? { conflict: messages.computeFirst } : {}
          }
        />
      )}
    </>
  )
}
