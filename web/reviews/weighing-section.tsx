import { Terms } from '../glossary/terms.tsx'
import type { Perspective, TradeOff } from '../../server/reviews/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { needsTradeOffs } from '../../server/reviews/decision-rules.ts'
import { Conditions } from './conditions.tsx'
import { NoteField } from './note-field.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewMessages } from './review-context.ts'
import { weighingOf } from './weighing-draft.ts'
import { PerspectiveFields, SubjectField, TradeOffFields } from './weighing-fields.tsx'
import { WeighedReading } from './weighed-reading.tsx'
import reviewSection from './review-section.module.css'
import styles from './weighing-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The four trade-offs, the six perspectives and the conditions: a form until the decision, then read-only. */
export function WeighingSection() {
  const { review, model, form } = useReview()
  const messages = useReviewMessages()
  if (!review.mayEdit || review.decision !== null) return <WeighedReading />

  const { subject } = form.draft.value
  const weighsInterests = needsTradeOffs(subject)
  const interests = weighsInterests ? (Object.keys(messages.weighing.tradeOffs) as TradeOff[]) : []
  const { tradeOffs, perspectives } = weighingOf(form.draft.value)
  const done =
    interests.filter((key) => tradeOffs[key] !== undefined).length + Object.keys(perspectives).length
  const all = interests.length + Object.keys(messages.weighing.perspective).length
  return (
    <section class={reviewSection.section} aria-labelledby="weighing">
      <h2 id="weighing">
        <Terms>{messages.weighing.title}</Terms>
      </h2>
      <p class={prose.hint}>
        {messages.weighing.lead} {messages.becomesPublic}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void model.act('weighing', { kind: 'weigh', weighing: form.weighing() })
        }}
      >
        <SubjectField form={form} />
        <NoteField
          id="assessment"
          label={messages.weighing.assessment}
          hint={messages.weighing.assessmentHint}
          rows={5}
          maxLength={5000}
          value={form.draft.value.assessment}
          onInput={(assessment) => (form.draft.value = { ...form.draft.peek(), assessment })}
        />
        {weighsInterests ? (
          <div class={styles.tradeOffs}>
            {interests.map((key) => (
              <TradeOffFields key={key} tradeOff={key} form={form} />
            ))}
          </div>
        ) : (
          <p class={prose.note}>{messages.weighing.noTradeOffs}</p>
        )}
        <h3>{messages.weighing.perspectives}</h3>
        <p class={prose.hint}>{messages.weighing.perspectivesLead}</p>
        <div class={styles.perspectives} data-part="perspectives">
          {(Object.keys(messages.weighing.perspective) as Perspective[]).map((key) => (
            <PerspectiveFields key={key} perspective={key} form={form} />
          ))}
        </div>
        <Conditions form={form} />
        <div class={reviewSection.saveRow}>
          <ActionButton class={controls.button} idle={!form.changed.value || model.busy.value === 'weighing'}>
            {messages.weighing.save}
          </ActionButton>
          <p class={prose.hint}>
            {messages.weighing.progress(String(done), String(all))}
            {form.changed.value && `. ${messages.weighing.unsaved}`}
          </p>
        </div>
      </form>
      <PartStatus part="weighing" />
    </section>
  )
}
