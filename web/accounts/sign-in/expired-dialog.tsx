import { useEffect, useRef } from 'preact/hooks'
import { useSite } from '../../app/site-context.ts'
import { OpenIdButton } from './open-id-button.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useAccountMessages } from '../messages.ts'
import styles from './expired-dialog.module.css'
import dialogs from '../../ui/dialogs.module.css'

/** Dialog over the page when the session has expired; the page stays below it. */
export function ExpiredDialog() {
  const { session } = useSite()
  const dialog = useRef<HTMLDialogElement>(null)
  const { expired: messages } = useAccountMessages()
  const expired = session.expired.value
  useEffect(() => {
    if (expired) dialog.current?.showModal()
  }, [expired])
  if (!expired) return null
  return (
    <dialog
      ref={dialog}
      class={dialogs.dialog}
      aria-labelledby="expired-title"
      onCancel={(event) => event.preventDefault()}
    >
      <h2 id="expired-title">{messages.title}</h2>
      <p class="lead">{messages.lead}</p>
      <SignInForm email={session.user.value?.email ?? ''} />
      <OpenIdButton newTab />
      <p class={styles.leave}>
        <a href="/">{messages.leave}</a>
      </p>
    </dialog>
  )
}
