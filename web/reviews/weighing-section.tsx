import { useEffect, useRef } from 'preact/hooks'
import type { Judgement, Perspective, TradeOff } from '../../server/reviews/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { Conditions } from './conditions.tsx'
import { NoteField } from './note-field.tsx'
import { PartStatus } from './part-status.tsx'
import { useReview, useReviewWords } from './review-context.ts'
import { createWeighingForm, type WeighingForm, weighingOf } from './weighing-draft.ts'
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

  const { tradeOffs, perspectives } = weighingOf(form.draft.value)
  const done = Object.keys(tradeOffs).length + Object.keys(perspectives).length
  const all = Object.keys(words.weighing.tradeOffs).length + Object.keys(words.weighing.perspective).length
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
        <div class={styles.tradeOffs}>
          {(Object.keys(words.weighing.tradeOffs) as TradeOff[]).map((key) => (
            <TradeOffFields key={key} tradeOff={key} form={form} />
          ))}
        </div>
        <h3>{words.weighing.perspectives}</h3>
        <p class={prose.hint}>{words.weighing.perspectivesLead}</p>
        <div class={styles.perspectives} data-part="perspectives">
          {(Object.keys(words.weighing.perspective) as Perspective[]).map((key) => (
            <NoteField
              key={key}
              id={`perspectives.${key}`}
              label={words.weighing.perspective[key]}
              rows={2}
              value={form.draft.value.perspectives[key] ?? ''}
              onInput={(note) => {
                const draft = form.draft.peek()
                form.draft.value = { ...draft, perspectives: { ...draft.perspectives, [key]: note } }
              }}
            />
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

function TradeOffFields({ tradeOff, form }: { readonly tradeOff: TradeOff; readonly form: WeighingForm }) {
  const { weighing: words } = useReviewWords()
  const { judgement, note } = form.draft.value.tradeOffs[tradeOff] ?? { judgement: '', note: '' }
  const set = (part: object) => {
    const draft = form.draft.peek()
    const before = draft.tradeOffs[tradeOff] ?? { judgement: '', note: '' }
    form.draft.value = { ...draft, tradeOffs: { ...draft.tradeOffs, [tradeOff]: { ...before, ...part } } }
  }
  return (
    <fieldset class={styles.tradeOff} data-part="trade-off" id={`tradeOffs.${tradeOff}`} tabIndex={-1}>
      <legend>{words.tradeOffs[tradeOff]}</legend>
      <div class={styles.judgements}>
        {(Object.keys(words.judgements) as Judgement[]).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name={`judgement-${tradeOff}`}
              checked={judgement === choice}
              onChange={() => set({ judgement: choice })}
            />
            {words.judgements[choice]}
          </label>
        ))}
      </div>
      <NoteField
        id={`note-${tradeOff}`}
        label={words.note}
        rows={2}
        value={note}
        onInput={(text) => set({ note: text })}
      />
    </fieldset>
  )
}
