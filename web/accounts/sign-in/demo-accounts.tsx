import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import type { DemoAccount } from '../../app/session-calls.ts'
import { useSite } from '../../app/site-context.ts'
import { signInText } from './sign-in-text.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useAccountMessages } from '../messages.ts'
import styles from './demo-accounts.module.css'
import prose from '../../ui/prose.module.css'

/** Sign-in buttons for the demo city's accounts; other cities have none. */
export function DemoAccounts() {
  const { session } = useSite()
  const texts = useAccountMessages()
  const { signIn, roles, roleNotes } = texts
  const failure = useSignal<RequestFailed | null>(null)
  const busy = useSignal(false)
  const accounts = session.state.value.value?.signIn.demoAccounts ?? []
  if (accounts.length === 0) return null
  const enter = async ({ email, password }: DemoAccount) => {
    busy.value = true
    try {
      await session.signIn(email, password)
    } catch (error) {
      failure.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <section class={styles.accounts} aria-labelledby="demo-accounts-title">
      <h2 id="demo-accounts-title">{signIn.demoTitle}</h2>
      <p class={prose.hint}>{signIn.demoLead}</p>
      {failure.value !== null && (
        <p class={prose.failure} role="alert">
          {signInText(failure.value, failure.value.retryAfterSeconds ?? 0, texts)}
        </p>
      )}
      <ul>
        {accounts.map((account) => (
          <li key={account.email}>
            <ActionButton
              type="button"
              class={styles.account}
              idle={busy.value}
              onClick={() => void enter(account)}
            >
              <span class="visually-hidden">{signIn.demoAs('')}</span>
              <strong>{roles[account.role]}</strong>
              <small>{roleNotes[account.role]}</small>
            </ActionButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
