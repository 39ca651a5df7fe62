import { Footer } from '../../app/shell/footer.tsx'
import { Header } from '../../app/shell/header.tsx'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useTitle } from '../../app/shell/use-title.ts'
import { useSite } from '../../app/site-context.ts'
import { DemoAccounts } from './demo-accounts.tsx'
import { OpenIdButton } from './open-id-button.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { type AccountTexts, useAccountMessages } from '../messages.ts'
import styles from './sign-in.module.css'
import prose from '../../ui/prose.module.css'

/** The sign-in page. */
export function SignInPage() {
  const { session, route } = useSite()
  const { signIn } = useAccountMessages()
  const { failure } = session.state.value
  useTitle(signIn.title)
  const refusal = new URLSearchParams(location.search).get('sign-in-error')
  return (
    <>
      <Header />
      <main class={styles.page} id="content">
        <div class={styles.card}>
          <h1>{signIn.title}</h1>
          <p class="lead">{route.value.page === 'work' ? signIn.forLink : signIn.lead}</p>
          {failure !== null && <FailureNote failure={failure} onRetry={() => void session.load()} />}
          {refusal !== null && (
            <p class={prose.failure} role="alert">
              {openIdText(refusal, signIn)}
            </p>
          )}
          <SignInForm />
          <OpenIdButton />
          <p class={`${prose.hint} ${styles.forgotten}`}>{signIn.forgotten}</p>
        </div>
        <DemoAccounts />
        <p class={prose.wayOn}>
          <a href="/?page=start">{signIn.toStart}</a>
        </p>
      </main>
      <Footer />
    </>
  )
}

/** The message of a failed OpenID Connect sign-in, from the address. */
function openIdText(reason: string, { openIdFailed, disabled }: AccountTexts['signIn']): string {
  if (reason === 'refused') return openIdFailed.role
  if (reason === 'disabled') return disabled
  return reason === 'unavailable' ? openIdFailed.unavailable : openIdFailed.other
}
