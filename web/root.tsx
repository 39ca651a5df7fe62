import { AccountMenu } from './accounts/account-menu.tsx'
import { AccountSlotProvider } from './app/shell/account-slot.ts'
import { LazyPage } from './app/lazy-page.tsx'
import { ExpiredDialog } from './accounts/sign-in/expired-dialog.tsx'
import { InvitationPage } from './accounts/sign-in/invitation-page.tsx'
import { SignInPage } from './accounts/sign-in/sign-in-page.tsx'
import { StartPage } from './public-site/start-page.tsx'
import { pageOf } from './app/route.ts'
import { useSite, useTexts } from './app/site-context.ts'
import styles from './app/lazy-page.module.css'

/** Pages that few need: their code is fetched then. */
const LAZY = {
  accessibility: async () => (await import('./accessibility/accessibility-page.tsx')).AccessibilityPage,
  workspace: async () => (await import('./workspace/workspace-page.tsx')).WorkspacePage,
  review: async () => (await import('./reviews/review-page.tsx')).ReviewPage,
  place: async () => (await import('./places/place-page.tsx')).PlacePage,
  administration: async () => (await import('./administration/admin-page.tsx')).AdminPage,
} as const

/** The page that the address and the person together ask for. */
export function Root() {
  const { session } = useSite()
  if (session.left.value) return null
  return (
    <AccountSlotProvider value={AccountMenu}>
      <Shown />
      <ExpiredDialog />
    </AccountSlotProvider>
  )
}

function Shown() {
  const { route, session } = useSite()
  const { app } = useTexts()
  const { page: requested, ...rest } = route.value
  const known = session.state.value.phase === 'ready' || session.state.value.phase === 'failed'
  const page = pageOf(route.value, session.user.value)
  if (requested === 'invitation' && 'token' in rest) return <InvitationPage token={rest.token} />
  // The public's page needs to know of nobody: it stands at once where it is asked for by name.
  if (requested === 'start' || (known && page === 'start'))
    return <StartPage area={'area' in rest ? rest.area : null} />
  if (requested === 'accessibility') return <LazyPage key={requested} load={LAZY.accessibility} />
  if (!known && session.user.value === null) return <p class={styles.waiting}>{app.loading}</p>
  if (page === 'sign-in') return <SignInPage />
  return page in LAZY ? <LazyPage key={page} load={LAZY[page as keyof typeof LAZY]} /> : null
}
