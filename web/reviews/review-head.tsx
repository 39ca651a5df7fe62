import { CityText } from '../ui/city-text.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useTexts } from '../app/site-context.ts'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './review-head.module.css'
import prose from '../ui/prose.module.css'

/** What the review is of, whose it is, and how it ended. */
export function ReviewHead() {
  const { review, proposal, handling } = useReview()
  const { formats } = useTexts()
  const words = useReviewWords()
  const named = proposal?.properties.title ?? handling?.handling.title ?? null
  const caseNumber =
    review.caseNumber ?? handling?.handling.caseNumber ?? proposal?.properties.caseNumber ?? null
  const { decision } = review
  useTitle(`${named ?? words.title} – ${words.number(String(review.id))}`)
  return (
    <header>
      <p class={styles.kind}>
        <a href="/?panel=proposal">{words.back}</a>
      </p>
      <h1>{named === null ? words.title : <CityText>{named}</CityText>}</h1>
      <p class={prose.quiet}>
        {words.title} {review.id}
        {caseNumber !== null && ` · ${caseNumber}`}
        {' · '}
        {words.openedBy(review.ownerName ?? words.somebody, formats.date(review.createdAt))}
      </p>
      {decision !== null && (
        <p class={styles.decided} data-part="decided" data-decision={decision.decision}>
          <strong>{words.decision.choices[decision.decision]}</strong>
          {decision.board != null && (
            <span>
              {words.decision.decidedBy(
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
          <strong>{words.states.followed_up}</strong>
          <CityText>{review.outcome}</CityText>
        </p>
      )}
    </header>
  )
}
