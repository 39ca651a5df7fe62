import { useSignal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/composition/words.ts'
import { reviewAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { useProposal } from './proposal.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { useProposalMessages } from './messages.ts'

/** Keeps the proposal and freezes its evidence as a review. */
export function SaveForm() {
  const proposal = useProposal()
  const { language } = useSite()
  const { proposal: words } = useProposalMessages()
  const title = useSignal('')
  const kept = proposal.kept.value
  const { phase, value, failure } = proposal.review.state.value
  if (value !== null)
    return (
      <section class="block" role="status">
        <p class="note-title">{words.saved}</p>
        <a class="button" href={reviewAddress(value.reviewId, language.value)}>
          {words.openReview}
        </a>
      </section>
    )
  return (
    <section class="block">
      <form
        class="save-form"
        onSubmit={(event) => {
          event.preventDefault()
          void proposal.save(title.peek().trim())
        }}
      >
        {kept === null && (
          <label class="field">
            <span class="field-label">{words.saveTitle}</span>
            <input
              type="text"
              lang={CITY_LANGUAGE}
              required
              maxLength={200}
              value={title.value}
              onInput={({ currentTarget }) => (title.value = currentTarget.value)}
            />
          </label>
        )}
        <ActionButton class="button" idle={phase === 'loading'}>
          {kept === null ? words.save : words.review}
        </ActionButton>
      </form>
      {failure !== null && <FailureNote failure={failure} />}
    </section>
  )
}
