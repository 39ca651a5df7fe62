import type { ReviewState } from '../../server/reviews/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './stepper.module.css'

/** The states in order, each reached one with actor and time. */
export function Stepper() {
  const { review } = useReview()
  const { formats } = useTexts()
  const messages = useReviewMessages()
  const states = Object.keys(messages.states) as ReviewState[]
  const now = states.indexOf(review.state)
  return (
    <nav aria-label={messages.steps}>
      <ol class={styles.stepper} data-part="stepper">
        {states.map((state, k) => {
          // After a return to draft, only the last step into each state up to the current one counts.
          const step = k <= now ? review.steps.findLast((one) => one.state === state) : undefined
          return (
            <li
              key={state}
              data-reached={k < now ? 'past' : k === now ? 'now' : 'ahead'}
              aria-current={k === now ? 'step' : undefined}
            >
              <span class={styles.sign} aria-hidden="true">
                {k < now || (state === 'followed_up' && k === now) ? '✓' : k + 1}
              </span>
              <span class={styles.words}>
                <strong>{messages.states[state]}</strong>
                {step !== undefined && (
                  <>
                    <small>{formats.shortDate(step.at)}</small>
                    <small>{step.actorName ?? messages.somebody}</small>
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
