import { useSignal } from '@preact/signals'
import type { Consultation } from '../../server/reviews/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { useTexts } from '../app/site-context.ts'
import { ConsultationForm } from './consultation-form.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './consultations-section.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** Who was asked and what they answered: a log that only grows. */
export function ConsultationsSection() {
  const { review } = useReview()
  const { consultations: words } = useReviewWords()
  const adding = useSignal<'party' | number | null>(null)
  const open = review.mayEdit && (review.state === 'consultation' || review.state === 'weighing')
  const close = () => (adding.value = null)
  return (
    <section class={reviewSection.section} aria-labelledby="consultations">
      <h2 id="consultations">{words.title}</h2>
      {review.consultations.length === 0 && <p class={prose.hint}>{words.none}</p>}
      <ol class={styles.consultations}>
        {review.consultations.map((asked) => (
          <li key={asked.number}>
            <Asked asked={asked} />
            {open && asked.answeredOn === null && adding.value !== asked.number && (
              <button type="button" class={controls.linkButton} onClick={() => (adding.value = asked.number)}>
                {words.answer(asked.party)}
              </button>
            )}
            {open && adding.value === asked.number && <ConsultationForm answerTo={asked} onClose={close} />}
          </li>
        ))}
      </ol>
      {open && adding.value === null && (
        <button type="button" class={controls.button} onClick={() => (adding.value = 'party')}>
          {words.add}
        </button>
      )}
      {open && adding.value === 'party' && <ConsultationForm answerTo={null} onClose={close} />}
      {open && <p class={prose.hint}>{words.fixed}</p>}
      <PartStatus part="consultations" />
    </section>
  )
}

function Asked({ asked }: { readonly asked: Consultation }) {
  const { formats } = useTexts()
  const { consultations: words } = useReviewWords()
  return (
    <>
      <p>
        <strong>{asked.party}</strong>
        <small>
          {words.asked} {formats.shortDate(asked.askedOn)} ·{' '}
          {asked.answeredOn === null
            ? words.waiting
            : `${words.answered} ${formats.shortDate(asked.answeredOn)}`}
        </small>
      </p>
      {asked.summary !== null && (
        <p>
          <CityText>{asked.summary}</CityText>
        </p>
      )}
    </>
  )
}
