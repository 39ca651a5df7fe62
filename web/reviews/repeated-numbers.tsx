import { type RepeatedNumber, repeatedNumbers } from '../../server/reviews/documents/repeated-numbers.ts'
import { fieldName } from './missing-fields.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './document-section.module.css'
import prose from '../ui/prose.module.css'

/** Where a text written by hand says an exact figure: the document would tell it. */
export function RepeatedNumbers({ repeated }: { readonly repeated: readonly RepeatedNumber[] }) {
  const messages = useReviewMessages()
  if (repeated.length === 0) return null
  return (
    <div class={`${prose.note} ${styles.contents}`} role="note" data-part="repeated-numbers">
      <p>{messages.document.repeated}</p>
      <ul>
        {repeated.map(({ field, number }) => (
          <li key={`${field} ${number}`}>
            {number} · {fieldName(field, messages)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The same of a text that is being written and is filed with the step that it goes with. */
export function RepeatedIn({ field, text }: { readonly field: string; readonly text: string }) {
  const { evidence } = useReview().review
  return evidence === null ? null : <RepeatedNumbers repeated={repeatedNumbers([[field, text]], evidence)} />
}
