import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { pathTo } from '../../server/platform/http/paths.ts'
import { REVIEW_PATHS } from '../../server/reviews/paths.ts'
import type { ConsultationLinkResponse } from '../../server/reviews/consultation-links/contract.ts'
import type { Consultation } from '../../server/reviews/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { createResource } from '../app/api/resource.ts'
import { useSite, useTexts } from '../app/site-context.ts'
import { LinkOfParty } from './consultation-links/link-of-party.tsx'
import { ConsultationForm } from './consultation-form.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './consultations-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The consulted parties and their answers: an append-only log. */
export function ConsultationsSection() {
  const { review } = useReview()
  const { consultations: messages } = useReviewMessages()
  const adding = useSignal<'party' | number | null>(null)
  const open = review.mayEdit && (review.state === 'consultation' || review.state === 'weighing')
  const close = () => (adding.value = null)
  const { links, readLinks } = useLinks(review.id, open, review.revision)
  return (
    <section class={reviewSection.section} aria-labelledby="consultations">
      <h2 id="consultations">
        <Terms>{messages.title}</Terms>
      </h2>
      {review.consultations.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      <ol class={styles.consultations}>
        {review.consultations.map((requested) => (
          <li key={requested.number}>
            <Consulted asked={requested} />
            {open && requested.answeredOn === null && adding.value !== requested.number && (
              <button
                type="button"
                class={controls.linkButton}
                onClick={() => (adding.value = requested.number)}
              >
                {messages.answer(requested.party)}
              </button>
            )}
            {open && requested.answeredOn === null && adding.value !== requested.number && (
              <LinkOfParty
                consultation={requested}
                link={links.findLast(({ number }) => number === requested.number) ?? null}
                onChange={readLinks}
              />
            )}
            {open && adding.value === requested.number && (
              <ConsultationForm answerTo={requested} onClose={close} />
            )}
          </li>
        ))}
      </ol>
      {open && adding.value === null && (
        <button type="button" class={controls.button} onClick={() => (adding.value = 'party')}>
          {messages.add}
        </button>
      )}
      {open && adding.value === 'party' && <ConsultationForm answerTo={null} onClose={close} />}
      {open && <p class={prose.hint}>{messages.fixed}</p>}
      <PartStatus part="consultations" />
    </section>
  )
}

/** The links of the consulted parties, read anew with the review; none while nobody may respond. */
function useLinks(id: number, open: boolean, revision: number) {
  const { http } = useSite()
  const read = useMemo(() => createResource<readonly ConsultationLinkResponse[]>(), [])
  const readLinks = () =>
    void read.load(async (signal) => {
      const path = pathTo(REVIEW_PATHS.consultationLinks, { id })
      return (await http.get<{ readonly items: readonly ConsultationLinkResponse[] }>(path, signal)).items
    })
  useEffect(() => {
    if (open) readLinks()
  }, [open, revision])
  return { links: read.state.value.value ?? [], readLinks }
}

function Consulted({ asked: requested }: { readonly asked: Consultation }) {
  const { formats } = useTexts()
  const { consultations: messages } = useReviewMessages()
  return (
    <>
      <p>
        <strong>{requested.party}</strong>
        <small>
          {messages.asked} {formats.shortDate(requested.askedOn)} ·{' '}
          {requested.answeredOn === null
            ? messages.waiting
            : `${messages.answered} ${formats.shortDate(requested.answeredOn)}`}
        </small>
      </p>
      {requested.summary !== null && (
        <p>
          <CityText>{requested.summary}</CityText>
        </p>
      )}
    </>
  )
}
