import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { useReviewMessages } from './review-context.ts'
import type { WeighingForm } from './weighing-draft.ts'
import styles from './conditions.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

const MAX = 20

/** Inputs for the conditions of support, a line each. */
export function Conditions({ form }: { readonly form: WeighingForm }) {
  const { weighing: messages } = useReviewMessages()
  const { conditions } = form.draft.value
  const set = (changed: readonly string[]) => {
    form.draft.value = { ...form.draft.peek(), conditions: changed }
  }
  return (
    <div class={styles.conditions} id="conditions" tabIndex={-1}>
      <h3>{messages.conditions}</h3>
      <p class={prose.hint}>{messages.conditionsLead}</p>
      {conditions.map((text, k) => (
        <div class={styles.condition} key={k}>
          <input
            type="text"
            lang={CITY_LANGUAGE}
            maxLength={500}
            aria-label={messages.condition(String(k + 1))}
            value={text}
            onInput={({ currentTarget }) =>
              set(conditions.map((other, at) => (at === k ? currentTarget.value : other)))
            }
          />
          <button
            type="button"
            class={controls.iconButton}
            aria-label={messages.removeCondition(String(k + 1))}
            onClick={() => set(conditions.filter((_, at) => at !== k))}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" />
            </svg>
          </button>
        </div>
      ))}
      {conditions.length < MAX && (
        <button type="button" class={controls.quietButton} onClick={() => set([...conditions, ''])}>
          {messages.addCondition}
        </button>
      )}
    </div>
  )
}
