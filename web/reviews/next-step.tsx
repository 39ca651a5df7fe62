import type { ComponentProps } from 'preact'
import type { ReviewState } from '../../server/reviews/contract.ts'
import { DecisionForm } from './decision-form.tsx'
import { StepWithNote } from './step-with-note.tsx'
import { PartStatus } from './part-status.tsx'
import { WithoutConsultation } from './without-consultation.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './next-step.module.css'
import prose from '../ui/prose.module.css'

/** The next step with its requirements, shown before it is tried. */
export function NextStep() {
  const { review } = useReview()
  const messages = useReviewMessages()
  return (
    <section class={styles.step} data-part="next-step" aria-labelledby="next-step">
      <h2 id="next-step">{messages.next.title}</h2>
      <p>{messages.next[review.state]}</p>
      {review.mayEdit || (review.state === 'screening' && review.mayLock) ? (
        <Way />
      ) : (
        review.state !== 'followed_up' && <p class={prose.note}>{messages.readOnly}</p>
      )}
      <PartStatus part="next" />
    </section>
  )
}

function Way() {
  const { review } = useReview()
  const { state, consultations } = review
  if (state === 'weighing') return <DecisionForm />
  const forward = WAYS[state]
  if (forward === undefined) return null
  const needs = state === 'consultation' && consultations.length > 0 ? null : forward.needs
  return (
    <>
      <StepWithNote key={state} to={forward.to} needs={needs} />
      {state === 'evidence_locked' && <WithoutConsultation />}
    </>
  )
}

/** The next step from each state, and what it needs. */
const WAYS: Readonly<Partial<Record<ReviewState, ComponentProps<typeof StepWithNote>>>> = {
  draft: { to: 'screening', needs: null },
  screening: { to: 'evidence_locked', needs: 'caseNumber' },
  evidence_locked: { to: 'consultation', needs: null },
  consultation: { to: 'weighing', needs: 'reason' },
  decided: { to: 'followed_up', needs: 'text' },
}
