import { FailureNote } from '../app/shell/failure-note.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import type { ReviewPart } from './review-model.ts'
import styles from './part-status.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** What is happening with a part of the page: under way, kept, or why not. */
export function PartStatus({ part }: { readonly part: ReviewPart }) {
  const { model, review } = useReview()
  const words = useReviewWords()
  const failed = model.failure.value?.part === part ? model.failure.value.failure : null
  return (
    <>
      <p class={styles.status} role="status">
        {model.busy.value === part && (part === 'evidence' ? words.evidence.recomputing : words.working)}
        {model.done.value === part && words.kept}
      </p>
      {failed?.code === 'precondition-failed' && (
        <div class={prose.note} role="alert">
          <p>{words.changedMeanwhile}</p>
          <button type="button" class={controls.quietButton} onClick={() => void model.read()}>
            {words.readAgain}
          </button>
        </div>
      )}
      {failed !== null && failed.code !== 'precondition-failed' && (
        <FailureNote
          failure={failed}
          ownWords={part === 'next' && review.state === 'screening' ? { conflict: words.computeFirst } : {}}
        />
      )}
    </>
  )
}
