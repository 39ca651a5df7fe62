import { useId } from 'preact/hooks'
import fields from './fields.module.css'
import prose from './prose.module.css'

interface ChoiceSelectProps<T extends string | number> {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly words: (choice: T) => string
  /** Why a choice is not available; null where it is. */
  readonly unavailable?: (choice: T) => string | null
  readonly onChange: (choice: T) => void
}

/**
 * A labelled select of typed choices. Reasons of unavailable choices are listed below, because disabled options are
 * not reachable by keyboard.
 */
export function ChoiceSelect<T extends string | number>(props: ChoiceSelectProps<T>) {
  const { label, value, choices, words: labelOf, unavailable = () => null, onChange } = props
  const id = useId()
  const reasons = [...new Set(choices.map(unavailable).filter((reason) => reason !== null))]
  return (
    <div class={fields.field}>
      <label class={fields.field}>
        <span class={fields.label}>{label}</span>
        <select
          value={choices.indexOf(value)}
          aria-describedby={reasons.length === 0 ? undefined : id}
          onChange={({ currentTarget }) => {
            const choice = choices[currentTarget.selectedIndex]
            if (choice !== undefined) onChange(choice)
          }}
        >
          {choices.map((choice, index) => (
            <option key={choice} value={index} disabled={unavailable(choice) !== null}>
              {labelOf(choice)}
            </option>
          ))}
        </select>
      </label>
      {reasons.length > 0 && (
        <p id={id} class={prose.hint}>
          {reasons.join(' ')}
        </p>
      )}
    </div>
  )
}
