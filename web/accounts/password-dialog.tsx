import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import type { SessionUser } from '../app/session-calls.ts'
import { passwordRefusal } from './sign-in/password-refusal.ts'
import { PasswordField } from './sign-in/password-field.tsx'
import { PasswordRules } from './sign-in/password-rules.tsx'
import { useSite } from '../app/site-context.ts'
import { useAccountMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import dialogs from '../ui/dialogs.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface PasswordDialogProps {
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly user: SessionUser
}

/** Dialog to change the password. */
export function PasswordDialog({ dialog, user }: PasswordDialogProps) {
  const { session } = useSite()
  const texts = useAccountMessages()
  const { password: messages, app } = texts
  const current = useSignal('')
  const next = useSignal('')
  const failure = useSignal<RequestFailed | null>(null)
  const saved = useSignal(false)
  const forget = () => {
    current.value = ''
    next.value = ''
    failure.value = null
    saved.value = false
  }
  const submit = async () => {
    failure.value = null
    try {
      await session.changePassword(current.peek(), next.peek())
      forget()
      saved.value = true
    } catch (error) {
      failure.value = asFailure(error)
    }
  }
  const isWrongCurrent = failure.value?.code === 'unauthenticated' || failure.value?.code === 'forbidden'
  return (
    <dialog ref={dialog} class={dialogs.dialog} aria-labelledby="password-title" onClose={forget}>
      <h2 id="password-title">{messages.title}</h2>
      {saved.value ? (
        <p role="status">{messages.saved}</p>
      ) : (
        <form
          id="password-form"
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            void submit()
          }}
        >
          {failure.value !== null && (
            <p class={prose.failure} role="alert">
              {isWrongCurrent ? messages.wrongCurrent : passwordRefusal(failure.value, texts)}
            </p>
          )}
          <PasswordField label={messages.current} value={current} autocomplete="current-password" />
          <PasswordField
            label={messages.next}
            value={next}
            autocomplete="new-password"
            describedBy="password-rules"
          />
          <PasswordRules password={next} person={user} />
        </form>
      )}
      <div class={dialogs.actions}>
        {!saved.value && (
          <button type="submit" form="password-form" class={controls.button}>
            {messages.save}
          </button>
        )}
        <button type="button" class={controls.quietButton} onClick={() => dialog.current?.close()}>
          {app.close}
        </button>
      </div>
    </dialog>
  )
}
