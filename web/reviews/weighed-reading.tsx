import { Terms } from '../glossary/terms.tsx'
import type { Perspective, TradeOff } from '../../server/reviews/contract.ts'
import { needsTradeOffs } from '../../server/reviews/decision-rules.ts'
import { SUBJECT_NAMES } from '../../server/reviews/messages.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import reviewSection from './review-section.module.css'
import styles from './weighed-reading.module.css'
import prose from '../ui/prose.module.css'

/** The weighing, read-only. */
export function WeighedReading() {
  const { review } = useReview()
  const { weighing: messages } = useReviewMessages()
  const language = useSite().language.value
  const { subject, tradeOffs, perspectives, conditions, assessment } = review.weighing
  const weighed = (Object.keys(messages.tradeOffs) as TradeOff[]).filter(
    (key) => needsTradeOffs(subject) && tradeOffs[key] !== undefined,
  )
  const recorded = (Object.keys(messages.perspective) as Perspective[]).filter(
    (key) => perspectives[key] !== undefined,
  )
  const empty = weighed.length + recorded.length + conditions.length === 0 && assessment === null
  return (
    <section class={reviewSection.section} aria-labelledby="weighing">
      <h2 id="weighing">
        <Terms>{messages.title}</Terms>
      </h2>
      {empty && <p class={prose.hint}>{messages.empty}</p>}
      {!empty && (
        <p>
          {messages.subject}: {SUBJECT_NAMES[subject][language]}
        </p>
      )}
      {assessment !== null && (
        <>
          <h3>{messages.assessment}</h3>
          <p>
            <CityText>{assessment}</CityText>
          </p>
        </>
      )}
      {!empty && !needsTradeOffs(subject) && <p class={prose.hint}>{messages.noTradeOffs}</p>}
      {weighed.length > 0 && (
        <dl class={styles.weighed}>
          {weighed.map((key) => (
            <div key={key}>
              <dt>
                {messages.tradeOffs[key]}{' '}
                <em data-judgement={tradeOffs[key]!.judgement}>
                  {messages.judgements[tradeOffs[key]!.judgement]}
                </em>
              </dt>
              <dd>
                <CityText>{tradeOffs[key]!.note}</CityText>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {recorded.length > 0 && (
        <>
          <h3>{messages.perspectives}</h3>
          <dl class={styles.weighed}>
            {recorded.map((key) => (
              <div key={key}>
                <dt>{messages.perspective[key]}</dt>
                <dd>
                  {perspectives[key] == null ? (
                    messages.notRelevant
                  ) : (
                    <CityText>{perspectives[key]}</CityText>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {conditions.length > 0 && (
        <>
          <h3>{messages.conditions}</h3>
          <ol class={styles.conditions}>
            {conditions.map((text) => (
              <li key={text}>
                <CityText>{text}</CityText>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  )
}
