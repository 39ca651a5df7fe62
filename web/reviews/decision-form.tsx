import { type Signal, useSignal } from '@preact/signals'
import { MIN_REASON_WORDS, needsGrounds } from '../../server/reviews/decision-rules.ts'
import type { Decision } from '../../server/reviews/documents/contract.ts'
import { type BoardDraft, boardOf } from '../ui/board-inputs.tsx'
import { BoardFields } from './board-fields.tsx'
import { CaseNumberField } from './case-number-field.tsx'
import { type Decidable, GROUNDS_ID, idOf, MissingFields, missingFields } from './missing-fields.tsx'
import { NoteField } from './note-field.tsx'
import type { ReviewCommand } from './review-calls.ts'
import { RepeatedIn } from './repeated-numbers.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { weighingOf } from './weighing-draft.ts'
import { showField } from './show-field.ts'
import styles from './decision-form.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/**
 * The form of the decision. Missing parts link to their fields; so does the button while any is missing. What is
 * written of the weighing is saved with it.
 */
export function DecisionForm() {
  const { review, proposal, publicDocument, model, form } = useReview()
  const messages = useReviewMessages()
  const decision = useSignal<Decision | null>(null)
  const note = useSignal('')
  const caseNumber = useSignal(publicDocument?.handling.caseNumber ?? proposal?.properties.caseNumber ?? '')
  const board = useSignal<BoardDraft | null>(null)
  const tried = useSignal(false)
  const written = () => ({ decision: decision.value, note: note.value, caseNumber: caseNumber.value })
  const weighed = weighingOf(form.draft.value)
  const missing = missingFields({ next: review.next, weighing: weighed }, written())
  /** Applied after the weighing is saved. */
  const decided = (now: Decidable): ReviewCommand | null => {
    const [first] = missingFields(now, written())
    tried.value = true
    if (first !== undefined) showField(idOf(first))
    const chosen = decision.peek()
    if (chosen === null || first !== undefined) return null
    const draft = board.peek()
    return {
      kind: 'move',
      to: 'decided',
      decision: chosen,
      note: note.peek().trim() || null,
      board: draft && boardOf(draft),
      caseNumber: review.caseNumber === null ? caseNumber.peek().trim() : null,
    }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (form.changed.peek()) void model.act('weighing', { kind: 'weigh', weighing: form.weighing() })
        void model.act('next', decided)
      }}
    >
      <Choices decision={decision} />
      <Grounds decision={decision.value} note={note} showsErrors={tried.value && missing.includes('note')} />
      {review.caseNumber === null && <CaseNumberField value={caseNumber} showsErrors={tried.value} />}
      <BoardFields draft={board} />
      <MissingFields missing={missing} />
      <div class={reviewSection.saveRow}>
        <button
          type="submit"
          class={controls.strongButton}
          aria-disabled={missing.length > 0 || model.busy.value === 'next'}
        >
          {messages.moves.decided}
        </button>
        <p class={prose.hint}>{messages.decision.sure}</p>
      </div>
    </form>
  )
}

function Choices({ decision }: { readonly decision: Signal<Decision | null> }) {
  const { decision: messages } = useReviewMessages()
  return (
    <fieldset class={`${fields.plain} ${styles.decisions}`}>
      <legend class={fields.label}>{messages.choose}</legend>
      {(Object.keys(messages.choices) as Decision[]).map((choice) => (
        <label key={choice}>
          <input
            type="radio"
            name="decision"
            required
            checked={decision.value === choice}
            onChange={() => (decision.value = choice)}
          />
          {messages.choices[choice]}
        </label>
      ))}
    </fieldset>
  )
}

interface GroundsProps {
  readonly decision: Decision | null
  readonly note: Signal<string>
  /** Whether missing grounds are reported. */
  readonly showsErrors: boolean
}

function Grounds({ decision, note, showsErrors }: GroundsProps) {
  const { review } = useReview()
  const messages = useReviewMessages()
  const areNeeded = decision !== null && needsGrounds(decision, review.weighing)
  return (
    <>
      <NoteField
        id={GROUNDS_ID}
        label={areNeeded ? messages.decision.grounds : messages.decision.groundsOptional}
        hint={`${messages.decision.groundsNeeded} ${messages.becomesPublic}`}
        problem={showsErrors ? messages.aSentence(String(MIN_REASON_WORDS)) : null}
        value={note.value}
        onInput={(text) => (note.value = text)}
      />
      <RepeatedIn field="note" text={note.value} />
    </>
  )
}
