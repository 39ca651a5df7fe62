import { LazyAccountMenu } from './accounts/lazy-account-menu.tsx'
import { AccountSlotProvider } from './app/shell/account-slot.ts'
import { LazyPage } from './app/lazy-page.tsx'
import { ExpiredDialog } from './accounts/sign-in/expired-dialog.tsx'
import { StartPage } from './public-site/start-page.tsx'
import { pageOf } from './app/route.ts'
import { useSite, useTexts } from './app/site-context.ts'
import { createGlossaryStore, GlossaryContext } from './glossary/glossary-store.ts'
import { useMemo } from 'preact/hooks'
import styles from './app/lazy-page.module.css'

/** Pages that few need: their code is fetched then. */
const LAZY = {
  invitation: async () => (await import('./accounts/sign-in/invitation-page.tsx')).InvitationPage,
  'sign-in': async () => (await import('./accounts/sign-in/sign-in-page.tsx')).SignInPage,
  accessibility: async () => (await import('./accessibility/accessibility-page.tsx')).AccessibilityPage,
  glossary: async () => (await import('./glossary/glossary-page.tsx')).GlossaryPage,
  digest: async () => (await import('./digests/digest-page.tsx')).DigestPage,
  workspace: async () => (await import('./workspace/workspace-page.tsx')).WorkspacePage,
  review: async () => (await import('./reviews/review-page.tsx')).ReviewPage,
  place: async () => (await import('./places/place-page.tsx')).PlacePage,
  meetings: async () => (await import('./meetings/meetings-page.tsx')).MeetingsPage,
  meeting: async () => (await import('./meetings/meeting-page.tsx')).MeetingPage,
  situation: async () => (await import('./measures/situation-page.tsx')).SituationPage,
  today: async () => (await import('./today/today-page.tsx')).TodayPage,
  sources: async () => (await import('./sources/sources-page.tsx')).SourcesPage,
  needs: async () => (await import('./needs/needs-page.tsx')).NeedsPage,
  imports: async () => (await import('./imports/imports-page.tsx')).ImportsPage,
  registers: async () => (await import('./registers/registers-page.tsx')).RegistersPage,
  releases: async () => (await import('./releases/desk/releases-page.tsx')).ReleasesPage,
  requests: async () => (await import('./records-requests/requests-page.tsx')).RequestsPage,
  papers: async () => (await import('./papers/papers-page.tsx')).PapersPage,
  walks: async () => (await import('./walks/walks-page.tsx')).WalksPage,
  walk: async () => (await import('./walks/walk-page.tsx')).WalkPage,
  overview: async () => (await import('./measures/overview-page.tsx')).OverviewPage,
  registry: async () => (await import('./reviews/registry-page.tsx')).RegistryPage,
  reporter: async () => (await import('./observations/reporter-page.tsx')).ReporterPage,
  reports: async () => (await import('./observations/reports-page.tsx')).ReportsPage,
  administration: async () => (await import('./administration/admin-page.tsx')).AdminPage,
} as const

/** The page that the address and the person together ask for. */
export function Root() {
  const { session, http } = useSite()
  const glossary = useMemo(() => createGlossaryStore(http), [])
  if (session.left.value) return null
  return (
    <AccountSlotProvider value={LazyAccountMenu}>
      <GlossaryContext.Provider value={glossary}>
        <Shown />
      </GlossaryContext.Provider>
      <ExpiredDialog />
    </AccountSlotProvider>
  )
}

function Shown() {
  const { route, session } = useSite()
  const { app } = useTexts()
  const asked = route.value
  const { page: requested } = asked
  const known = session.state.value.phase === 'ready' || session.state.value.phase === 'failed'
  const page = pageOf(route.value, session.user.value)
  if (requested === 'invitation') return <LazyPage key={requested} load={LAZY[requested]} />
  // The public page needs no session, so it is rendered at once when the address names it.
  if (requested === 'start' || (known && page === 'start'))
    return <StartPage area={asked.page === 'start' ? asked.area : null} />
  if (requested === 'accessibility' || requested === 'glossary')
    return <LazyPage key={requested} load={LAZY[requested]} />
  if (!known && session.user.value === null) return <p class={styles.waiting}>{app.loading}</p>
  return page in LAZY ? <LazyPage key={page} load={LAZY[page as keyof typeof LAZY]} /> : null
}
