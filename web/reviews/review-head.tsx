import { Terms } from '../glossary/terms.tsx'
import { CityText } from '../ui/city-text.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useTexts } from '../app/site-context.ts'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './review-head.module.css'
import prose from '../ui/prose.module.css'

/** The head of a review: subject, owner and outcome. */
export function ReviewHead() {
  const { review, proposal, publicDocument } = useReview()
  const { formats } = useTexts()
  const messages = useReviewMessages()
  const named = proposal?.properties.title ?? publicDocument?.handling.title ?? null
  const caseNumber =
    review.caseNumber ?? publicDocument?.handling.caseNumber ?? proposal?.properties.caseNumber ?? null
  const { decision } = review
  useTitle(`${named ?? messages.title} – ${messages.number(String(review.id))}`)
  return (
    <header>
      <p class={styles.kind}>
        <a href="/?panel=proposal">{messages.back}</a>
      </p>
      <h1>{named === null ? messages.title : <CityText>{named}</CityText>}</h1>
      <p class={prose.quiet}>
        <Terms>{messages.title}</Terms> {review.id}
        {caseNumber !== null && ` · ${caseNumber}`}
        {' · '}
        {messages.openedBy(review.ownerName ?? messages.somebody, formats.date(review.createdAt))}
      </p>
      {decision !== null && (
        <p class={styles.decided} data-part="decided" data-decision={decision.decision}>
          <strong>{messages.decision.choices[decision.decision]}</strong>
          {decision.board != null && (
            <span>
              {messages.decision.decidedBy(
                decision.board.name,
                formats.date(decision.board.decidedOn),
                String(decision.board.section),
              )}
            </span>
          )}
          {decision.note !== null && <CityText>{decision.note}</CityText>}
        </p>
      )}
      {review.outcome !== null && (
        <p class={styles.decided} data-part="decided">
          <strong>{messages.states.followed_up}</strong>
          <CityText>{review.outcome}</CityText>
        </p>
      )}
    </header>
  )
}
