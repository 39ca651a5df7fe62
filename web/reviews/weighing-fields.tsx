import type { Judgement, Perspective, ReviewSubject, TradeOff } from '../../server/reviews/contract.ts'
import { SUBJECT_NAMES } from '../../server/reviews/messages.ts'
import { useSite } from '../app/site-context.ts'
import { NoteField } from './note-field.tsx'
import { useReviewMessages } from './review-context.ts'
import type { PerspectiveDraft, WeighingForm } from './weighing-draft.ts'
import styles from './weighing-section.module.css'
import fields from '../ui/fields.module.css'

/** The subject of the review, which determines whether the four interests are weighed. */
export function SubjectField({ form }: { readonly form: WeighingForm }) {
  const { weighing: messages } = useReviewMessages()
  const language = useSite().language.value
  return (
    <label class={`${fields.field} ${styles.subject}`}>
      <span class={fields.label}>{messages.subject}</span>
      <select
        value={form.draft.value.subject}
        onChange={({ currentTarget }) =>
          (form.draft.value = { ...form.draft.peek(), subject: currentTarget.value as ReviewSubject })
        }
      >
        {Object.entries(SUBJECT_NAMES).map(([subject, names]) => (
          <option key={subject} value={subject}>
            {names[language]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface PerspectiveFieldsProps {
  readonly perspective: Perspective
  readonly form: WeighingForm
}

/** A note on a perspective, or that it is not relevant. */
export function PerspectiveFields({ perspective, form }: PerspectiveFieldsProps) {
  const { weighing: messages } = useReviewMessages()
  const name = messages.perspective[perspective]
  const { note, relevant } = form.draft.value.perspectives[perspective] ?? { note: '', relevant: true }
  const set = (part: Partial<PerspectiveDraft>) => {
    const draft = form.draft.peek()
    const changed = { note, relevant, ...part }
    form.draft.value = { ...draft, perspectives: { ...draft.perspectives, [perspective]: changed } }
  }
  return (
    <div>
      <NoteField
        id={`perspectives.${perspective}`}
        label={name}
        rows={2}
        disabled={!relevant}
        value={note}
        onInput={(text) => set({ note: text })}
      />
      <label class={fields.denseCheck}>
        <input
          type="checkbox"
          aria-label={`${messages.notRelevant}: ${name}`}
          checked={!relevant}
          onChange={({ currentTarget }) => set({ relevant: !currentTarget.checked })}
        />
        {messages.notRelevant}
      </label>
    </div>
  )
}

/** A judgement of an interest and its reason. */
export function TradeOffFields({
  tradeOff,
  form,
}: {
  readonly tradeOff: TradeOff
  readonly form: WeighingForm
}) {
  const { weighing: messages } = useReviewMessages()
  const { judgement, note } = form.draft.value.tradeOffs[tradeOff] ?? { judgement: '', note: '' }
  const set = (part: object) => {
    const draft = form.draft.peek()
    const before = draft.tradeOffs[tradeOff] ?? { judgement: '', note: '' }
    form.draft.value = { ...draft, tradeOffs: { ...draft.tradeOffs, [tradeOff]: { ...before, ...part } } }
  }
  return (
    <fieldset class={styles.tradeOff} data-part="trade-off" id={`tradeOffs.${tradeOff}`} tabIndex={-1}>
      <legend>{messages.tradeOffs[tradeOff]}</legend>
      <div class={styles.judgements}>
        {(Object.keys(messages.judgements) as Judgement[]).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={`judgement-${tradeOff}`}
              checked={judgement === choice}
              onChange={() => set({ judgement: choice })}
            />
            {messages.judgements[choice]}
          </label>
        ))}
      </div>
      <NoteField
        id={`note-${tradeOff}`}
        label={messages.note}
        rows={2}
        value={note}
        onInput={(text) => set({ note: text })}
      />
    </fieldset>
  )
}
