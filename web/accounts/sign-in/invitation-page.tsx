import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import type { Invitation } from '../../app/session-calls.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { Header } from '../../app/shell/header.tsx'
import { useTitle } from '../../app/shell/use-title.ts'
import { createResource } from '../../app/api/resource.ts'
import { useSite } from '../../app/site-context.ts'
import { PasswordField } from './password-field.tsx'
import { PasswordRules } from './password-rules.tsx'
import { passwordRefusal } from './password-refusal.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useAccountMessages } from '../messages.ts'
import styles from './sign-in.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

/** The page of a one-time link: chooses a password and signs in. */
export function InvitationPage() {
  const { session, route } = useSite()
  const token = route.value.page === 'invitation' ? route.value.token : ''
  const texts = useAccountMessages()
  const { invitation: messages } = texts
  const found = useMemo(() => createResource<Invitation>(), [])
  useEffect(() => void found.load(() => session.invitation(token)), [token])
  const { value, failure } = found.state.value
  useTitle(messages.title)
  return (
    <>
      <Header />
      <main class={styles.page} id="content">
        <div class={styles.card}>
          <h1>{messages.title}</h1>
          {failure !== null && <Refused failure={failure} onRetry={() => void found.retry()} />}
          {value !== null && <ChoosePassword token={token} invitation={value} />}
          {value === null && failure === null && <p role="status">{texts.app.loading}</p>}
        </div>
      </main>
    </>
  )
}

function Refused({ failure, onRetry }: { readonly failure: RequestFailed; readonly onRetry: () => void }) {
  const texts = useAccountMessages()
  const isGone = failure.code === 'not-found' || failure.code === 'gone'
  if (!isGone) return <FailureNote failure={failure} onRetry={onRetry} />
  return (
    <>
      <p class={prose.failure} role="alert">
        {texts.invitation.gone}
      </p>
      <p class={prose.wayOn}>
        <a href="/?page=sign-in">{texts.invitation.signIn}</a>
      </p>
    </>
  )
}

function ChoosePassword({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const { session, route } = useSite()
  const texts = useAccountMessages()
  const { invitation: messages, password: rules } = texts
  const password = useSignal('')
  const busy = useSignal(false)
  const failure = useSignal<RequestFailed | null>(null)
  const submit = async () => {
    busy.value = true
    try {
      await session.acceptInvitation(token, password.peek())
      history.replaceState(null, '', '/')
      route.value = { page: 'home' }
    } catch (error) {
      failure.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy.peek()) void submit()
      }}
    >
      <p class="lead">
        {messages.welcome(invitation.name)} {messages.lead(invitation.email)}
      </p>
      <input
        type="email"
        class="visually-hidden"
        autocomplete="username"
        tabIndex={-1}
        readOnly
        aria-hidden="true"
        value={invitation.email}
      />
      {failure.value !== null && (
        <p class={prose.failure} role="alert">
          {passwordRefusal(failure.value, texts)}
        </p>
      )}
      <PasswordField
        label={rules.next}
        value={password}
        autocomplete="new-password"
        describedBy="password-rules"
        invalid={failure.value !== null}
      />
      <PasswordRules password={password} person={invitation} />
      <ActionButton class={controls.mainButton} idle={busy.value}>
        {messages.submit}
      </ActionButton>
    </form>
  )
}
