import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { Handling } from '../../server/reviews/handlings/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { HandlingFigures } from './handling-figures.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './handling-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** What may be filed: its figures, where it can be read whole, and the hashes that bind it to the evidence. */
export function HandlingSection() {
  const { review, handling } = useReview()
  const { handling: words } = useReviewWords()
  const { language } = useTexts()
  return (
    <section class={reviewSection.section} aria-labelledby="handling">
      <h2 id="handling">{words.title}</h2>
      <p class={prose.hint}>{handling === null ? words.before : words.lead}</p>
      {handling !== null && (
        <>
          <a
            class={controls.button}
            href={`${pathTo(REVIEW_PATHS.reviewPage, { id: review.id })}?lang=${language}`}
            target="_blank"
            rel="noopener"
          >
            {words.print}
          </a>
          <Told handling={handling.handling} />
          <dl class={styles.hashes}>
            <dt>{words.hash}</dt>
            <dd>
              <code>{handling.sha256}</code>
            </dd>
            <dt>{words.sealed}</dt>
            <dd>
              <code>{review.sealedSha256}</code>
            </dd>
            {review.salt !== undefined && (
              <>
                <dt>{words.salt}</dt>
                <dd>
                  <code>{review.salt}</code>
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </section>
  )
}

function Told({ handling }: { readonly handling: Handling }) {
  const { handling: words } = useReviewWords()
  if (handling.figures.length === 0) return <p>{words.none}</p>
  const withheld = handling.figures.filter(({ count }) => count === 'withheld').length
  const anyTold = withheld < handling.figures.length
  return (
    <>
      {anyTold ? <HandlingFigures handling={handling} /> : <p class={prose.note}>{words.noneTold}</p>}
      {anyTold && <p class={prose.hint}>{words.rounded}</p>}
      {withheld > 0 && <p class={prose.hint}>{words.withheldWhy}</p>}
      {handling.premisesLeftOut === true && <p class={prose.hint}>{words.premisesLeftOut}</p>}
      {handling.toldIn.length > 0 && <p class={prose.hint}>{words.toldIn(handling.toldIn.join(', '))}</p>}
    </>
  )
}
