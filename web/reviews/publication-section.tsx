import { useSignal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { useTexts } from '../app/site-context.ts'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** Whether partners and the public read the handling, and the way there and back for those who may. */
export function PublicationSection() {
  const { review, handling, model } = useReview()
  const { publication: words } = useReviewWords()
  const { formats } = useTexts()
  const { published, mayPublish, mayWithdraw, decision } = review
  if (decision === null || handling === null) return null
  const newer = published !== null && published.stage !== handling.handling.stage
  return (
    <section class={styles.section} aria-labelledby="publication">
      <h2 id="publication">{words.title}</h2>
      <p class={prose.hint}>{words.lead}</p>
      <p>{published === null ? words.not : words.published(formats.date(published.at))}</p>
      {!mayPublish && (published === null || newer) && (
        <p class={prose.hint}>{mayWithdraw ? words.another : words.notYours}</p>
      )}
      {mayPublish && (published === null || newer) && (
        <ActionButton
          type="button"
          class={controls.strongButton}
          idle={model.busy.value === 'publication'}
          onClick={() => void model.act('publication', { kind: 'publish' })}
        >
          {newer ? words.publishAgain : words.publish}
        </ActionButton>
      )}
      {mayWithdraw && published !== null && <Withdraw />}
      <PartStatus part="publication" />
    </section>
  )
}

function Withdraw() {
  const { model } = useReview()
  const { publication: words } = useReviewWords()
  const reason = useSignal('')
  return (
    <details class={prose.fold}>
      <summary>{words.withdraw}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void model.act('publication', { kind: 'withdraw', reason: reason.peek().trim() })
        }}
      >
        <label class={fields.field}>
          <span class={fields.label}>{words.reason}</span>
          <input
            type="text"
            lang={CITY_LANGUAGE}
            required
            maxLength={500}
            value={reason.value}
            onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
          />
        </label>
        <ActionButton class={controls.button} idle={model.busy.value === 'publication'}>
          {words.withdraw}
        </ActionButton>
      </form>
    </details>
  )
}
