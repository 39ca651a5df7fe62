import { reviewAddress } from '../app/route.ts'
import { useTexts } from '../app/site-context.ts'
import type { ReviewSummary } from '../reviews/review-calls.ts'
import { useReviewMessages } from '../reviews/review-context.ts'
import styles from '../reviews/review-links.module.css'

interface ProposalReviewsProps {
  /** Of the proposal. */
  readonly title: string
  readonly reviews: readonly ReviewSummary[]
}

/** The reviews of one proposal with their states, newest first. */
export function ProposalReviews({ title, reviews }: ProposalReviewsProps) {
  const { formats, language } = useTexts()
  const messages = useReviewMessages()
  if (reviews.length === 0) return null
  return (
    <ul class={styles.links} aria-label={messages.list.of(title)}>
      {reviews.map((review) => (
        <li key={review.id}>
          <a href={reviewAddress(review.id, language)}>
            <span class={styles.state} data-state={review.state}>
              {messages.states[review.state]}
            </span>
            <span>{messages.number(String(review.id))}</span>
            <small>
              {formats.shortDate(review.steps.at(-1)?.at ?? review.createdAt)}
              {review.ownerName !== null && ` · ${review.ownerName}`}
            </small>
          </a>
        </li>
      ))}
    </ul>
  )
}
