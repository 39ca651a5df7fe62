import { useSignal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { CityText } from '../ui/city-text.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useTexts } from '../app/site-context.ts'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import styles from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** Whether the public document is published, with buttons to publish and withdraw for those who may. */
export function PublicationSection() {
  const { review, publicDocument, model } = useReview()
  const { publication: messages } = useReviewMessages()
  const { formats } = useTexts()
  const { published, withdrawn, mayPublish, mayWithdraw, decision } = review
  if (decision === null || publicDocument === null) return null
  const newer = published !== null && published.stage !== publicDocument.handling.stage
  return (
    <section class={styles.section} aria-labelledby="publication">
      <h2 id="publication">{messages.title}</h2>
      <p class={prose.hint}>{messages.lead}</p>
      <p>{published === null ? messages.not : messages.published(formats.date(published.at))}</p>
      {published?.reason !== undefined && (
        <p>
          <CityText>{messages.again(published.reason)}</CityText>
        </p>
      )}
      {withdrawn !== null && (
        <p>
          <CityText>{messages.withdrawn(formats.date(withdrawn.at), withdrawn.reason)}</CityText>
        </p>
      )}
      {!mayPublish && (published === null || newer) && (
        <p class={prose.hint}>{mayWithdraw ? messages.another : messages.notYours}</p>
      )}
      {mayPublish && (published === null || newer) && (
        <Publish action={newer ? messages.publishAgain : messages.publish} needsReason={withdrawn !== null} />
      )}
      {mayWithdraw && published !== null && (
        <details class={prose.fold}>
          <summary>{messages.withdraw}</summary>
          <ReasonForm
            label={messages.reason}
            action={messages.withdraw}
            onSend={(reason) => void model.act('publication', { kind: 'withdraw', reason })}
          />
        </details>
      )}
      <PartStatus part="publication" />
    </section>
  )
}

interface PublishProps {
  readonly action: string
  /** Whether it was withdrawn, so that publishing it again needs a reason. */
  readonly needsReason: boolean
}

function Publish({ action, needsReason }: PublishProps) {
  const { model } = useReview()
  const { publication: messages } = useReviewMessages()
  const publish = (reason: string | null) => void model.act('publication', { kind: 'publish', reason })
  if (needsReason) return <ReasonForm label={messages.reasonAgain} action={action} onSend={publish} />
  return (
    <ActionButton
      type="button"
      class={controls.strongButton}
      idle={model.busy.value === 'publication'}
      onClick={() => publish(null)}
    >
      {action}
    </ActionButton>
  )
}

interface ReasonFormProps {
  readonly label: string
  readonly action: string
  readonly onSend: (reason: string) => void
}

function ReasonForm({ label, action, onSend }: ReasonFormProps) {
  const { model } = useReview()
  const reason = useSignal('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSend(reason.peek().trim())
      }}
    >
      <label class={fields.field}>
        <span class={fields.label}>{label}</span>
        <input
          type="text"
          lang={CITY_LANGUAGE}
          required
          pattern=".*\S.*"
          maxLength={500}
          value={reason.value}
          onInput={({ currentTarget }) => (reason.value = currentTarget.value)}
        />
      </label>
      <ActionButton class={controls.button} idle={model.busy.value === 'publication'}>
        {action}
      </ActionButton>
    </form>
  )
}
