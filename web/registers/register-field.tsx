import { useId } from 'preact/hooks'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { useRegisterMessages } from './messages.ts'
import type { RegisterField as Field } from './register-kinds.ts'
import fields from '../ui/fields.module.css'
import styles from './registers-page.module.css'

interface RegisterFieldProps {
  readonly field: Field
  readonly value: string
  /** Why the server refused it; null where it did not. */
  readonly problem: string | null
  readonly onInput: (value: string) => void
}

/** A property of a register, with what is wrong with it below. */
export function RegisterField({ field, value, problem, onInput }: RegisterFieldProps) {
  const { registers } = useRegisterMessages()
  const id = useId()
  const { name, kind, required = false, choices = [] } = field
  const shared = {
    required,
    value,
    'aria-invalid': problem !== null,
    ...(problem !== null && { 'aria-describedby': id }),
  }
  const typed = {
    ...shared,
    lang: CITY_LANGUAGE,
    autocomplete: 'off' as const,
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement | HTMLTextAreaElement }) =>
      onInput(currentTarget.value),
  }
  return (
    <div class={`${fields.field} ${kind === 'lines' ? styles.wide : ''}`}>
      <label class={fields.field}>
        <span class={fields.label}>{registers.fields[name]}</span>
        {kind === 'choice' && (
          <select
            {...shared}
            // Nothing chosen is the first choice, as it is sent.
            value={value === '' ? choices[0] : value}
            onChange={({ currentTarget }) => onInput(currentTarget.value)}
          >
            {choices.map((choice) => (
              <option key={choice} value={choice}>
                {registers.choices[choice]}
              </option>
            ))}
          </select>
        )}
        {kind === 'lines' && <textarea rows={3} {...typed} />}
        {kind === 'text' && <input type="text" {...typed} />}
        {kind === 'date' && <input type="date" {...typed} />}
        {kind === 'number' && <input type="number" step="any" {...typed} />}
      </label>
      {problem !== null && (
        <p class={fields.problem} id={id}>
          {problem}
        </p>
      )}
    </div>
  )
}
