import type { ComponentChildren } from 'preact'
import { useSite } from '../site-context.ts'
import { SiteNav } from './site-nav.tsx'
import { useAccountSlot } from './account-slot.ts'
import { Wordmark } from './wordmark.tsx'
import styles from './header.module.css'
import controls from '../../ui/controls.module.css'

/** The header: name, kind of data, the page's actions, language and account. */
export function Header({ children }: { readonly children?: ComponentChildren }) {
  const { texts, language, session, route } = useSite()
  const Account = useAccountSlot()
  const { app } = texts.value
  const other = language.value === 'sv' ? 'en' : 'sv'
  const isSigningIn = route.value.page === 'sign-in' || route.value.page === 'invitation'
  return (
    <header class={styles.header}>
      <p class={styles.wordmark}>
        <a href="/">
          <Wordmark name={app.name} />
        </a>
        {session.cityName.value !== null && <span class={styles.cityName}>{session.cityName.value}</span>}
      </p>
      {session.demo.value && (
        <p class={styles.demoMark} data-part="demo-mark">
          {app.demo}
        </p>
      )}
      <SiteNav />
      <div class={styles.actions}>
        {children}
        <button
          type="button"
          class={controls.linkButton}
          lang={other}
          onClick={() => (language.value = other)}
        >
          {app.switchLanguage}
        </button>
        {session.user.value !== null && <Account user={session.user.value} />}
        {session.user.value === null && !isSigningIn && (
          <a class={styles.signIn} href="/?page=sign-in">
            {app.signIn}
          </a>
        )}
      </div>
    </header>
  )
}
