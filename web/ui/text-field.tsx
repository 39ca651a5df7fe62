import type { Signal } from '@preact/signals'
import fields from './fields.module.css'

interface TextFieldProps {
  readonly label: string
  readonly value: Signal<string>
  readonly type?: 'text' | 'email'
  readonly maxLength: number
}

/** A labelled, required text input. */
export function TextField({ label, value, type = 'text', maxLength }: TextFieldProps) {
  const field = {
    required: true,
    maxLength: maxLength,
    autocomplete: 'off' as const,
    value: value.value,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      (value.value = currentTarget.value),
  }
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      {type === 'email' ? <input type="email" {...field} /> : <input type="text" {...field} />}
    </label>
  )
}
