import { Terms } from '../glossary/terms.tsx'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { DocumentPreview } from '../../server/reviews/documents/contract.ts'
import { useTexts } from '../app/site-context.ts'
import { useReview, useReviewMessages } from './review-context.ts'
import { RepeatedNumbers } from './repeated-numbers.tsx'
import styles from './document-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The public document: a preview before it is filed, then its links and hashes. */
export function DocumentSection() {
  const { review, publicDocument, preview } = useReview()
  const { document: messages } = useReviewMessages()
  const { language } = useTexts()
  const face = publicDocument === null ? 'face=preview&' : ''
  return (
    <section class={reviewSection.section} aria-labelledby="document">
      <h2 id="document">
        <Terms>{messages.title}</Terms>
      </h2>
      <p class={prose.hint}>{publicDocument === null ? messages.before : messages.lead}</p>
      <a
        class={controls.button}
        href={`${pathTo(REVIEW_PATHS.reviewPage, { id: review.id })}?${face}lang=${language}`}
        target="_blank"
        rel="noopener"
      >
        {publicDocument === null ? messages.preview : messages.print}
      </a>
      <a
        class={controls.quietButton}
        href={`${pathTo(REVIEW_PATHS.reviewFile, { id: review.id })}?${face}lang=${language}`}
        download
      >
        {messages.word}
      </a>
      {publicDocument !== null && (
        <a
          class={controls.quietButton}
          href={`${pathTo(REVIEW_PATHS.reviewArchive, { id: review.id })}?lang=${language}`}
          download
        >
          {messages.archive}
        </a>
      )}
      {preview !== null && publicDocument === null && <Contents preview={preview} />}
      {preview !== null && review.published === null && <RepeatedNumbers repeated={preview.repeated} />}
      {publicDocument !== null && (
        <dl class={styles.hashes}>
          <dt>{messages.hash}</dt>
          <dd>
            <code>{publicDocument.sha256}</code>
          </dd>
          <dt>{messages.sealed}</dt>
          <dd>
            <code>{review.sealedSha256}</code>
          </dd>
          {review.salt !== undefined && (
            <>
              <dt>{messages.salt}</dt>
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

/** What a document will and will not contain. */
function Contents({ preview }: { readonly preview: DocumentPreview }) {
  const { document: messages } = useReviewMessages()
  return (
    <div class={styles.contents} data-part="document-contents">
      <h3>{messages.contains}</h3>
      <ul>
        {preview.hasFigures ? (
          <li>{messages.figures(preview.releases.join(', '))}</li>
        ) : (
          <li>
            <strong>{messages.noFigures}</strong>
          </li>
        )}
        {preview.places.length > 0 && <li>{messages.places(preview.places.join(', '))}</li>}
        <li>{messages.known}</li>
        <li>{messages.written}</li>
      </ul>
      <h3>{messages.lacks}</h3>
      <p>{messages.notHere}</p>
    </div>
  )
}
