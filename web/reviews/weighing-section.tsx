import { useEffect, useRef } from 'preact/hooks'
import type { Perspective, TradeOff } from '../../server/reviews/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { asksTradeOffs } from '../../server/reviews/decision-rules.ts'
import { Conditions } from './conditions.tsx'
import { NoteField } from './note-field.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import { createWeighingForm, type WeighingForm, weighingOf } from './weighing-draft.ts'
import { PerspectiveFields, SubjectField, TradeOffFields } from './weighing-fields.tsx'
import { WeighedReading } from './weighed-reading.tsx'
import reviewSection from './review-section.module.css'
import styles from './weighing-section.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The four trade-offs, the six perspectives and the conditions: a form until the decision, then for reading. */
export function WeighingSection() {
  const { review, model } = useReview()
  const words = useReviewWords()
  const held = useRef<WeighingForm | null>(null)
  held.current ??= createWeighingForm(review.weighing)
  const form = held.current
  useEffect(() => form.follow(review.weighing), [review.weighing])
  if (!review.mayEdit || review.decision !== null) return <WeighedReading />

  const { subject } = form.draft.value
  const weighsInterests = asksTradeOffs(subject)
  const interests = weighsInterests ? (Object.keys(words.weighing.tradeOffs) as TradeOff[]) : []
  const { tradeOffs, perspectives } = weighingOf(form.draft.value)
  const done =
    interests.filter((key) => tradeOffs[key] !== undefined).length + Object.keys(perspectives).length
  const all = interests.length + Object.keys(words.weighing.perspective).length
  return (
    <section class={reviewSection.section} aria-labelledby="weighing">
      <h2 id="weighing">{words.weighing.title}</h2>
      <p class={prose.hint}>
        {words.weighing.lead} {words.becomesPublic}
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
          label={words.weighing.assessment}
          hint={words.weighing.assessmentHint}
          rows={5}
          longest={5000}
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
          <p class={prose.note}>{words.weighing.noTradeOffs}</p>
        )}
        <h3>{words.weighing.perspectives}</h3>
        <p class={prose.hint}>{words.weighing.perspectivesLead}</p>
        <div class={styles.perspectives} data-part="perspectives">
          {(Object.keys(words.weighing.perspective) as Perspective[]).map((key) => (
            <PerspectiveFields key={key} perspective={key} form={form} />
          ))}
        </div>
        <Conditions form={form} />
        <div class={reviewSection.saveRow}>
          <ActionButton class={controls.button} idle={!form.changed.value || model.busy.value === 'weighing'}>
            {words.weighing.save}
          </ActionButton>
          <p class={prose.hint}>
            {words.weighing.progress(String(done), String(all))}
            {form.changed.value && `. ${words.weighing.unsaved}`}
          </p>
        </div>
      </form>
      <PartStatus part="weighing" />
    </section>
  )
}
