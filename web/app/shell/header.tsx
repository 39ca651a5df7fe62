import type { ComponentChildren } from 'preact'
import { useSite } from '../site-context.ts'
import { useAccountSlot } from './account-slot.ts'
import { Wordmark } from './wordmark.tsx'

/** Name, what kind of data, the page's own actions, the other language, and who is signed in. */
export function Header({ children }: { readonly children?: ComponentChildren }) {
  const { texts, language, session, route } = useSite()
  const Account = useAccountSlot()
  const { app } = texts.value
  const other = language.value === 'sv' ? 'en' : 'sv'
  const isSigningIn = route.value.page === 'sign-in' || route.value.page === 'invitation'
  return (
    <header class="header">
      <p class="wordmark">
        <a href="/">
          <Wordmark name={app.name} />
        </a>
      </p>
      {session.demo.value && (
        <p class="demo-mark" data-part="demo-mark">
          {app.demo}
        </p>
      )}
      <div class="header-actions">
        {children}
        <button type="button" class="link-button" lang={other} onClick={() => (language.value = other)}>
          {app.switchLanguage}
        </button>
        {session.user.value !== null && <Account user={session.user.value} />}
        {session.user.value === null && !isSigningIn && (
          <a class="header-link" href="/?page=sign-in">
            {app.signIn}
          </a>
        )}
      </div>
    </header>
  )
}
