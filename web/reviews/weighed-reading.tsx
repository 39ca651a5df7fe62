import type { Perspective, TradeOff } from '../../server/reviews/contract.ts'
import { asksTradeOffs } from '../../server/reviews/decision-rules.ts'
import { SUBJECT_NAMES } from '../../server/reviews/messages.ts'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import reviewSection from './review-section.module.css'
import styles from './weighed-reading.module.css'
import prose from '../ui/prose.module.css'

/** What was weighed, for reading. */
export function WeighedReading() {
  const { review } = useReview()
  const { weighing: words } = useReviewWords()
  const language = useSite().language.value
  const { subject, tradeOffs, perspectives, conditions, assessment } = review.weighing
  const weighed = (Object.keys(words.tradeOffs) as TradeOff[]).filter(
    (key) => asksTradeOffs(subject) && tradeOffs[key] !== undefined,
  )
  const noted = (Object.keys(words.perspective) as Perspective[]).filter(
    (key) => perspectives[key] !== undefined,
  )
  const empty = weighed.length + noted.length + conditions.length === 0 && assessment === null
  return (
    <section class={reviewSection.section} aria-labelledby="weighing">
      <h2 id="weighing">{words.title}</h2>
      {empty && <p class={prose.hint}>{words.empty}</p>}
      {!empty && (
        <p>
          {words.subject}: {SUBJECT_NAMES[subject][language]}
        </p>
      )}
      {assessment !== null && (
        <>
          <h3>{words.assessment}</h3>
          <p>
            <CityText>{assessment}</CityText>
          </p>
        </>
      )}
      {!empty && !asksTradeOffs(subject) && <p class={prose.hint}>{words.noTradeOffs}</p>}
      {weighed.length > 0 && (
        <dl class={styles.weighed}>
          {weighed.map((key) => (
            <div key={key}>
              <dt>
                {words.tradeOffs[key]}{' '}
                <em data-judgement={tradeOffs[key]!.judgement}>
                  {words.judgements[tradeOffs[key]!.judgement]}
                </em>
              </dt>
              <dd>
                <CityText>{tradeOffs[key]!.note}</CityText>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {noted.length > 0 && (
        <>
          <h3>{words.perspectives}</h3>
          <dl class={styles.weighed}>
            {noted.map((key) => (
              <div key={key}>
                <dt>{words.perspective[key]}</dt>
                <dd>
                  {perspectives[key] == null ? words.notRelevant : <CityText>{perspectives[key]}</CityText>}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {conditions.length > 0 && (
        <>
          <h3>{words.conditions}</h3>
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
