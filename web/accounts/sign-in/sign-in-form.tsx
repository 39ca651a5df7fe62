import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import { useSite } from '../../app/site-context.ts'
import { PasswordField } from './password-field.tsx'
import { useSecondsLeft } from '../../ui/seconds-left.ts'
import { signInText } from './sign-in-text.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useAccountMessages } from '../messages.ts'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

/** The sign-in form: e-mail address and password, with the error first. */
export function SignInForm({ email: known }: { readonly email?: string }) {
  const { session } = useSite()
  const texts = useAccountMessages()
  const { signIn } = texts
  const email = useSignal(known ?? '')
  const password = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<RequestFailed | null>(null)
  const passwordBox = useRef<HTMLDivElement>(null)
  const left = useSecondsLeft(failure.value?.retryAfterSeconds ?? null, failure.value)

  const submit = async () => {
    busy.value = true
    try {
      await session.signIn(email.peek().trim(), password.peek())
    } catch (error) {
      failure.value = asFailure(error)
      password.value = ''
      passwordBox.current?.querySelector('input')?.focus()
    }
    busy.value = false
  }
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy.peek() && left.peek() === 0) void submit()
      }}
    >
      {failure.value !== null && (
        <p class={prose.failure} role="alert" id="sign-in-problem">
          {signInText(failure.value, left.value, texts)}
        </p>
      )}
      <label class={fields.field}>
        <span class={fields.label}>{signIn.email}</span>
        <input
          type="email"
          required
          maxLength={254}
          autocomplete="username"
          value={email.value}
          readOnly={known !== undefined}
          onInput={({ currentTarget }) => (email.value = currentTarget.value)}
        />
      </label>
      <div ref={passwordBox}>
        <PasswordField
          label={signIn.password}
          value={password}
          autocomplete="current-password"
          invalid={failure.value?.code === 'unauthenticated'}
        />
      </div>
      <ActionButton class={controls.mainButton} idle={busy.value || left.value > 0}>
        {busy.value ? signIn.submitting : signIn.submit}
      </ActionButton>
    </form>
  )
}
