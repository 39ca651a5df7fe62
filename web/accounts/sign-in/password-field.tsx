import { type Signal, useSignal } from '@preact/signals'
import { useAccountMessages } from '../messages.ts'
import styles from './password-field.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'

interface PasswordFieldProps {
  readonly label: string
  readonly value: Signal<string>
  readonly autocomplete: 'current-password' | 'new-password'
  readonly describedBy?: string
  readonly invalid?: boolean
}

/** A password input that can be shown; allows pasting. */
export function PasswordField({ label, value, autocomplete, describedBy, invalid }: PasswordFieldProps) {
  const { signIn } = useAccountMessages()
  const shown = useSignal(false)
  const field = {
    required: true,
    maxLength: 256,
    autocomplete,
    spellcheck: false,
    'aria-describedby': describedBy,
    'aria-invalid': invalid === true,
    value: value.value,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      (value.value = currentTarget.value),
  }
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <span class={styles.box}>
        {shown.value ? <input type="text" {...field} /> : <input type="password" {...field} />}
        <button
          type="button"
          class={controls.iconButton}
          aria-pressed={shown.value}
          aria-label={shown.value ? signIn.hide : signIn.show}
          onClick={() => (shown.value = !shown.peek())}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
            <circle cx="10" cy="10" r="2.4" />
            {shown.value && <path d="M4 16L16 4" />}
          </svg>
        </button>
      </span>
    </label>
  )
}
