import type { Signal } from '@preact/signals'
import styles from './check-list.module.css'
import fields from './fields.module.css'

interface CheckListProps<T extends string | number> {
  readonly label: string
  readonly options: readonly T[]
  readonly labelOf: (option: T) => string
  readonly value: Pick<Signal<readonly T[]>, 'value' | 'peek'>
}

/** A list of check boxes. */
export function CheckList<T extends string | number>({ label, options, labelOf, value }: CheckListProps<T>) {
  const toggle = (option: T, checked: boolean) => {
    value.value = options.filter((other) => (other === option ? checked : value.peek().includes(other)))
  }
  return (
    <fieldset class={fields.plain}>
      <legend class={fields.label}>{label}</legend>
      <ul class={styles.list}>
        {options.map((option) => (
          <li key={option}>
            <label class={fields.denseCheck}>
              <input
                type="checkbox"
                checked={value.value.includes(option)}
                onChange={({ currentTarget }) => toggle(option, currentTarget.checked)}
              />
              {labelOf(option)}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
