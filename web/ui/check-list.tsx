import type { Signal } from '@preact/signals'
import styles from './check-list.module.css'
import fields from './fields.module.css'

interface CheckListProps<T extends string | number> {
  readonly label: string
  readonly choices: readonly T[]
  readonly words: (choice: T) => string
  readonly value: Pick<Signal<readonly T[]>, 'value' | 'peek'>
}

/** A list of check boxes. */
export function CheckList<T extends string | number>({
  label,
  choices,
  words: messages,
  value,
}: CheckListProps<T>) {
  const choose = (choice: T, chosen: boolean) => {
    value.value = choices.filter((one) => (one === choice ? chosen : value.peek().includes(one)))
  }
  return (
    <fieldset class={fields.plain}>
      <legend class={fields.label}>{label}</legend>
      <ul class={styles.list}>
        {choices.map((choice) => (
          <li key={choice}>
            <label class={fields.denseCheck}>
              <input
                type="checkbox"
                checked={value.value.includes(choice)}
                onChange={({ currentTarget }) => choose(choice, currentTarget.checked)}
              />
              {messages(choice)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
