import { useSignal } from '@preact/signals'
import type { ReviewState } from '../../server/reviews/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { DecisionForm } from './decision-form.tsx'
import { LockButton } from './lock-button.tsx'
import { NoteField } from './note-field.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './next-step.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** What is needed now, and the way on; what stands in its way is told before it is tried. */
export function NextStep() {
  const { review } = useReview()
  const words = useReviewWords()
  return (
    <section class={styles.step} data-part="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{words.next.title}</h2>
      <p>{words.next[review.state]}</p>
      {review.mayEdit || (review.state === 'screening' && review.mayLock) ? (
        <Way />
      ) : (
        review.state !== 'followed_up' && <p class={prose.note}>{words.readOnly}</p>
      )}
      <PartStatus part="next" />
    </section>
  )
}

function Way() {
  const { review } = useReview()
  if (review.state === 'weighing') return <DecisionForm />
  return <NotedStep key={review.state} forward={review.next.find(({ to }) => to !== 'draft')} />
}

/** A step with a note: why nobody was asked, what came of it, or whatever is worth saying. */
function NotedStep({
  forward,
}: {
  readonly forward: { readonly to: ReviewState; readonly missing: readonly unknown[] } | undefined
}) {
  const { review, model } = useReview()
  const words = useReviewWords()
  const note = useSignal('')
  if (forward === undefined) return null
  const { to } = forward
  const needed = forward.missing.length > 0
  const waits = to === 'evidence_locked' && !review.mayLock
  const move = (target: ReviewState) => {
    const said = note.peek().trim()
    void model.act('next', { kind: 'move', to: target, note: said === '' ? null : said })
  }
  const label =
    to === 'followed_up' ? words.outcome : needed && to === 'weighing' ? words.whyNobody : words.noteOptional
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (to !== 'evidence_locked') move(to)
      }}
    >
      {waits && <p class={prose.note}>{words.lockedByAnother}</p>}
      <NoteField
        id="step-note"
        label={label}
        rows={to === 'followed_up' ? 4 : 2}
        required={needed}
        value={note.value}
        {...(to === 'followed_up' ? { hint: `${words.outcomeHint} ${words.becomesPublic}` } : {})}
        onInput={(text) => (note.value = text)}
      />
      <div class={reviewSection.saveRow}>
        {to === 'evidence_locked' ? (
          review.mayLock && <LockButton onLock={() => move(to)} />
        ) : (
          <ActionButton class={controls.strongButton} idle={model.busy.value === 'next'}>
            {words.moves[to as keyof typeof words.moves]}
          </ActionButton>
        )}
        {review.next.some((other) => other.to === 'draft') && (
          <ActionButton
            type="button"
            class={controls.quietButton}
            idle={model.busy.value === 'next'}
            onClick={() => move('draft')}
          >
            {words.moves.draft}
          </ActionButton>
        )}
      </div>
    </form>
  )
}
