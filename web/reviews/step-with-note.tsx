import { useSignal } from '@preact/signals'
import type { ReviewState } from '../../server/reviews/contract.ts'
import { isReason, MIN_REASON_WORDS } from '../../server/reviews/decision-rules.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { AnnexFields, AUTHORITY_ID, NO_CLAIM } from './annex-fields.tsx'
import { CASE_NUMBER_ID, CaseNumberField } from './case-number-field.tsx'
import { LockButton } from './lock-button.tsx'
import type { ReviewMessages } from './messages-sv.ts'
import { NoteField } from './note-field.tsx'
import { RepeatedIn } from './repeated-numbers.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { showField } from './show-field.ts'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

const NOTE_ID = 'step-note'

interface StepWithNoteProps {
  readonly to: Exclude<ReviewState, 'decided'>
  /** The field that is required and reported when missing. */
  readonly needs: 'caseNumber' | 'reason' | 'text' | null
}

/** A step with a note, such as the reason or the outcome. */
export function StepWithNote({ to, needs }: StepWithNoteProps) {
  const { review, proposal, model } = useReview()
  const messages = useReviewMessages()
  const note = useSignal('')
  const caseNumber = useSignal(proposal?.properties.caseNumber ?? '')
  const claim = useSignal(NO_CLAIM)
  const tried = useSignal(false)
  const waits = to === 'evidence_locked' && !review.mayLock
  const lacksReason = needs === 'reason' && !isReason(note.value)
  const move = (target: ReviewState) => {
    const said = note.peek().trim()
    const lock =
      target === 'evidence_locked' ? { caseNumber: caseNumber.peek().trim(), annex: claim.peek() } : {}
    void model.act('next', { kind: 'move', to: target, note: said === '' ? null : said, ...lock })
  }
  /** Reports missing fields in place. */
  const isReady = (): boolean => {
    tried.value = true
    const lacksNumber = needs === 'caseNumber' && caseNumber.peek().trim() === ''
    if (lacksReason) showField(NOTE_ID)
    const lacksAuthority = needs === 'caseNumber' && claim.peek().authority.trim() === ''
    if (lacksAuthority) showField(AUTHORITY_ID)
    if (lacksNumber) showField(CASE_NUMBER_ID)
    return !lacksReason && !lacksNumber && !lacksAuthority
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (to !== 'evidence_locked' && isReady()) move(to)
      }}
    >
      {waits && <p class={prose.note}>{messages.lockedByAnother}</p>}
      {needs === 'caseNumber' && !waits && (
        <>
          <CaseNumberField value={caseNumber} showsErrors={tried.value} />
          <AnnexFields claim={claim} showsErrors={tried.value} />
        </>
      )}
      <NoteField
        id={NOTE_ID}
        label={
          needs === 'text'
            ? messages.outcome
            : needs === 'reason'
              ? messages.whyNoConsultation
              : messages.noteOptional
        }
        rows={needs === 'text' ? 4 : 2}
        required={needs === 'text'}
        value={note.value}
        problem={tried.value && lacksReason ? messages.aSentence(String(MIN_REASON_WORDS)) : null}
        {...hintOf(needs, messages, tried.value && lacksReason)}
        onInput={(text) => (note.value = text)}
      />
      {needs === 'text' && <RepeatedIn field="outcome" text={note.value} />}
      <div class={reviewSection.saveRow}>
        {to === 'evidence_locked' ? (
          review.mayLock && <LockButton isReady={isReady} onLock={() => move(to)} />
        ) : (
          <ActionButton class={controls.strongButton} idle={model.busy.value === 'next'}>
            {messages.moves[to]}
          </ActionButton>
        )}
        {to === 'evidence_locked' && (
          <ActionButton
            type="button"
            class={controls.quietButton}
            idle={model.busy.value === 'next'}
            onClick={() => move('draft')}
          >
            {messages.moves.draft}
          </ActionButton>
        )}
      </div>
    </form>
  )
}

function hintOf(needs: StepWithNoteProps['needs'], messages: ReviewMessages, showsErrors: boolean) {
  if (needs === 'text') return { hint: `${messages.outcomeHint} ${messages.becomesPublic}` }
  return needs === 'reason' && !showsErrors ? { hint: messages.aSentence(String(MIN_REASON_WORDS)) } : {}
}
