import { type RepeatedNumber, repeatedNumbers } from '../../server/reviews/documents/repeated-numbers.ts'
import { fieldName } from './missing-fields.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './document-section.module.css'
import prose from '../ui/prose.module.css'

/** Warns of exact figures in authors' texts, which the document would disclose. */
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

/** The same for a text being written that is filed with its step. */
export function RepeatedIn({ field, text }: { readonly field: string; readonly text: string }) {
  const { evidence } = useReview().review
  return evidence === null ? null : <RepeatedNumbers repeated={repeatedNumbers([[field, text]], evidence)} />
}
