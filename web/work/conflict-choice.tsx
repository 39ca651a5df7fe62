import { useSignal } from '@preact/signals'
import { CityText } from '../ui/city-text.tsx'
import type { FormField } from './form-fields.tsx'
import type { FormValues } from './merge-edits.ts'
import { useWorkMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import styles from './work.module.css'

interface ConflictChoiceProps {
  /** Who changed it meanwhile; null where nobody knows. */
  readonly who: string | null
  readonly fields: readonly FormField[]
  readonly mine: FormValues
  readonly theirs: FormValues
  readonly onChoose: (chosen: FormValues) => void
}

/** Two people changed the same: both texts side by side, field by field, and nothing is lost before one chooses. */
export function ConflictChoice({ who, fields, mine, theirs, onChoose }: ConflictChoiceProps) {
  const { work: messages } = useWorkMessages()
  const chosen = useSignal<FormValues>({})
  const isWhole = fields.every(({ name }) => name in chosen.value)
  return (
    <div class={styles.conflict} role="alert" data-part="conflict">
      <p class={styles.conflictTitle}>{messages.changedMeanwhile(who ?? messages.somebody)}</p>
      <p>{messages.chooseText}</p>
      {fields.map((field) => (
        <fieldset key={field.name} class={styles.sides}>
          <legend>{field.label}</legend>
          {(
            [
              ['mine', messages.mine, mine],
              ['theirs', messages.theirs, theirs],
            ] as const
          ).map(([side, label, values]) => (
            <label key={side} class={styles.side}>
              <span>
                <input
                  type="radio"
                  name={`${field.name} of both`}
                  onChange={() =>
                    (chosen.value = { ...chosen.value, [field.name]: values[field.name] ?? '' })
                  }
                />{' '}
                {label}
              </span>
              <span class={styles.sideText}>{shown(field, values[field.name] ?? '', messages.nothing)}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <button
        type="button"
        class={controls.button}
        aria-disabled={!isWhole}
        onClick={() => isWhole && onChoose(chosen.value)}
      >
        {messages.goOn}
      </button>
    </div>
  )
}

function shown({ kind, choices = [] }: FormField, value: string, nothing: string) {
  if (value === '') return nothing
  if (kind === 'check') return '✓'
  const choice = choices.find(([known]) => known === value)
  return choice === undefined ? <CityText>{value}</CityText> : choice[1]
}
