import type { ReviewSubject, Weighing } from './review.ts'
import type { Decision } from './documents/document-stages.ts'

/** Minimum number of words of a reason. */
export const MIN_REASON_WORDS = 4
const WORD = /\p{L}{2,}/gu

/** Subjects that change nothing physical at a place. */
const NOT_PHYSICAL: readonly ReviewSubject[] = ['social_universal', 'communication']

/** Whether a text is long enough to state a reason. */
export function isReason(text: string | null): boolean {
  return (text?.match(WORD) ?? []).length >= MIN_REASON_WORDS
}

/** Whether something is weighed against the four interests: proposals and physical measures are. */
export function needsTradeOffs(subject: ReviewSubject): boolean {
  return !NOT_PHYSICAL.includes(subject)
}

/** Whether a decision needs grounds: it objects, sets conditions, or supports a proposal that worsens an interest. */
export function needsGrounds(
  decision: Decision,
  { subject, tradeOffs }: Omit<Weighing, 'perspectives'>,
): boolean {
  if (decision !== 'support') return true
  return needsTradeOffs(subject) && Object.values(tradeOffs).some(({ judgement }) => judgement === 'worse')
}
