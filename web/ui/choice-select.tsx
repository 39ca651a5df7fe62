import fields from './fields.module.css'

interface ChoiceSelectProps<T extends string | number> {
  readonly label: string
  readonly value: T
  readonly choices: readonly T[]
  readonly words: (choice: T) => string
  readonly onChange: (choice: T) => void
}

/** A labelled list of choices of which one holds. Gives back the choice itself, not its text. */
export function ChoiceSelect<T extends string | number>(props: ChoiceSelectProps<T>) {
  const { label, value, choices, words, onChange } = props
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <select
        value={choices.indexOf(value)}
        onChange={({ currentTarget }) => {
          const choice = choices[currentTarget.selectedIndex]
          if (choice !== undefined) onChange(choice)
        }}
      >
        {choices.map((choice, index) => (
          <option key={choice} value={index}>
            {words(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
