import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { useReviewWords } from './review-context.ts'
import type { WeighingForm } from './weighing-draft.ts'
import styles from './conditions.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

const MOST = 20

/** What support depends on, a line each. */
export function Conditions({ form }: { readonly form: WeighingForm }) {
  const { weighing: words } = useReviewWords()
  const { conditions } = form.draft.value
  const set = (changed: readonly string[]) => {
    form.draft.value = { ...form.draft.peek(), conditions: changed }
  }
  return (
    <div class={styles.conditions} id="conditions" tabIndex={-1}>
      <h3>{words.conditions}</h3>
      <p class={prose.hint}>{words.conditionsLead}</p>
      {conditions.map((text, k) => (
        <div class={styles.condition} key={k}>
          <input
            type="text"
            lang={CITY_LANGUAGE}
            maxLength={500}
            aria-label={words.condition(String(k + 1))}
            value={text}
            onInput={({ currentTarget }) =>
              set(conditions.map((other, at) => (at === k ? currentTarget.value : other)))
            }
          />
          <button
            type="button"
            class={controls.iconButton}
            aria-label={words.removeCondition(String(k + 1))}
            onClick={() => set(conditions.filter((_, at) => at !== k))}
          >
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M5 5l10 10M15 5L5 15" />
            </svg>
          </button>
        </div>
      ))}
      {conditions.length < MOST && (
        <button type="button" class={controls.quietButton} onClick={() => set([...conditions, ''])}>
          {words.addCondition}
        </button>
      )}
    </div>
  )
}
