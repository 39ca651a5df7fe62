import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { DocumentPreview } from '../../server/reviews/documents/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { useReview, useReviewWords } from './review-context.ts'
import { RepeatedNumbers } from './repeated-numbers.tsx'
import styles from './document-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The public document: what it will say before it is filed, and from then on where it is read and what it is bound to. */
export function DocumentSection() {
  const { review, handling, preview } = useReview()
  const { document: words } = useReviewWords()
  const { language } = useTexts()
  const face = handling === null ? 'face=preview&' : ''
  return (
    <section class={reviewSection.section} aria-labelledby="document">
      <h2 id="document">{words.title}</h2>
      <p class={prose.hint}>{handling === null ? words.before : words.lead}</p>
      <a
        class={controls.button}
        href={`${pathTo(REVIEW_PATHS.reviewPage, { id: review.id })}?${face}lang=${language}`}
        target="_blank"
        rel="noopener"
      >
        {handling === null ? words.preview : words.print}
      </a>
      {preview !== null && handling === null && <Contents preview={preview} />}
      {preview !== null && review.published === null && <RepeatedNumbers repeated={preview.repeated} />}
      {handling !== null && (
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
      )}
    </section>
  )
}

/** What a document will hold, and what it will not. */
function Contents({ preview }: { readonly preview: DocumentPreview }) {
  const { document: words } = useReviewWords()
  return (
    <div class={styles.contents} data-part="document-contents">
      <h3>{words.contains}</h3>
      <ul>
        {preview.hasFigures ? (
          <li>{words.figures(preview.releases.join(', '))}</li>
        ) : (
          <li>
            <strong>{words.noFigures}</strong>
          </li>
        )}
        {preview.places.length > 0 && <li>{words.places(preview.places.join(', '))}</li>}
        <li>{words.known}</li>
        <li>{words.written}</li>
      </ul>
      <h3>{words.lacks}</h3>
      <p>{words.notHere}</p>
    </div>
  )
}
