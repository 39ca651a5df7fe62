import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { reviewMessages } from './messages.ts'
import type { ReviewMessages } from './messages-sv.ts'
import { useSite } from '../app/site-context.ts'
import type { WholeReview } from './review-calls.ts'
import type { ReviewModel } from './review-model.ts'
import type { WeighingForm } from './weighing-draft.ts'

/** The model with its loaded review. */
export interface OpenReview extends WholeReview {
  readonly model: ReviewModel
  /** What is being written of the weighing. */
  readonly form: WeighingForm
}

export const ReviewContext = createContext<OpenReview | null>(null)

/** The review of the component. */
export function useReview(): OpenReview {
  const open = useContext(ReviewContext)
  if (open === null) throw new Error('A component was rendered outside the page of a review.')
  return open
}

/** The messages of reviews, loaded with their pages. */
export function useReviewMessages(): ReviewMessages {
  return reviewMessages[useSite().language.value]
}
