import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { addDays, dayOfMidnight } from '../i18n/dates.ts'
import { useTexts } from '../app/site-context.ts'
import { EvidenceView } from '../checks/evidence-view.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { WatchNotice } from './watch/watch-notice.tsx'
import { Verification } from './verification.tsx'
import styles from './evidence-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** The internal evidence: shown and recomputable before the lock, folded afterwards. */
export function EvidenceSection() {
  const { review } = useReview()
  const { evidence: messages } = useReviewMessages()
  const { language, formats } = useTexts()
  const { evidence, sha256, computedAt } = review
  const locked = review.sealedSha256 !== null
  return (
    <section class={`${reviewSection.section} ${styles.internal}`} aria-labelledby="evidence">
      <h2 id="evidence">
        <Terms>{locked ? messages.annex : messages.title}</Terms>
      </h2>
      <p class={prose.hint}>
        {messages.lead} {computedAt !== null && messages.computed(formats.date(computedAt))}
      </p>
      <WatchNotice />
      {!locked && review.mayEdit && <Recompute />}
      <PartStatus part="evidence" />
      {evidence === null || sha256 === null ? (
        <p class={prose.note}>{review.evidenceErased ? messages.erased : messages.closed}</p>
      ) : (
        <>
          <div class={reviewSection.saveRow}>
            <a
              class={controls.quietButton}
              href={`${pathTo(REVIEW_PATHS.reviewPage, { id: review.id })}?face=annex&lang=${language}`}
              target="_blank"
              rel="noopener"
            >
              {messages.print}
            </a>
            <a
              class={controls.quietButton}
              href={`${pathTo(REVIEW_PATHS.reviewFile, { id: review.id })}?face=annex&lang=${language}`}
              download
            >
              {messages.word}
            </a>
            <Verification />
          </div>
          <details class={prose.fold} open={!locked}>
            <summary>{messages.show}</summary>
            <EvidenceView result={{ evidence, sha256 }} />
          </details>
        </>
      )}
    </section>
  )
}

/** Recomputes the evidence over a period, by default the previous one. */
function Recompute() {
  const { review, model } = useReview()
  const { evidence: messages } = useReviewMessages()
  const query = review.evidence?.provenance.query
  const first = query === undefined ? '' : dayOfMidnight(query.from)
  const last = query === undefined ? '' : addDays(dayOfMidnight(query.to), -1)
  const from = useSignal<string>(first)
  const to = useSignal<string>(last)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const period =
          from.peek() === '' || to.peek() === '' ? {} : { from: from.peek(), to: addDays(to.peek(), 1) }
        void model.act('evidence', { kind: 'recompute', ...period })
      }}
    >
      <fieldset class={`${fields.plain} ${fields.pair}`}>
        <legend class={fields.label}>{messages.period}</legend>
        <label class={fields.field}>
          <span class={fields.label}>{messages.from}</span>
          <input
            type="date"
            value={from.value}
            onInput={({ currentTarget }) => (from.value = currentTarget.value)}
          />
        </label>
        <label class={fields.field}>
          <span class={fields.label}>{messages.to}</span>
          <input
            type="date"
            value={to.value}
            onInput={({ currentTarget }) => (to.value = currentTarget.value)}
          />
        </label>
      </fieldset>
      <ActionButton class={controls.button} idle={model.busy.value === 'evidence'}>
        {messages.recompute}
      </ActionButton>
    </form>
  )
}
