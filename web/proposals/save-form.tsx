import { useSignalEffect } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { reviewAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { useProposal } from './proposal.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { useProposalMessages } from './messages.ts'
import styles from './save-form.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** Keeps the proposal, freezes its evidence as a review, and goes to it. */
export function SaveForm() {
  const proposal = useProposal()
  const { language } = useSite()
  const { proposal: messages } = useProposalMessages()
  const { title } = proposal
  const kept = proposal.kept.value
  useSignalEffect(() => {
    const opened = proposal.review.state.value.value
    if (opened !== null) location.assign(reviewAddress(opened.reviewId, language.peek()))
  })
  const { phase, value, failure } = proposal.review.state.value
  if (value !== null)
    return (
      <section class={blocks.block} role="status">
        <p class={prose.noteTitle}>{messages.saved}</p>
        <a class={controls.button} href={reviewAddress(value.reviewId, language.value)}>
          {messages.openReview}
        </a>
      </section>
    )
  return (
    <section class={blocks.block}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void proposal.save(title.peek().trim())
        }}
      >
        {kept === null && (
          <label class={fields.field}>
            <span class={fields.label}>{messages.saveTitle}</span>
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
        <ActionButton class={controls.button} idle={phase === 'loading'}>
          {kept === null ? messages.save : messages.review}
        </ActionButton>
      </form>
      {failure !== null && <FailureNote failure={failure} />}
    </section>
  )
}
