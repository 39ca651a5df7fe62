import { LazyPage } from './lazy-page.tsx'
import { ExpiredDialog } from './sign-in/expired-dialog.tsx'
import { InvitationPage } from './sign-in/invitation-page.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { StartPage } from './start/start-page.tsx'
import { type Page, pageOf, type Route } from './state/route.ts'
import { useSite } from './state/site-context.ts'

/** Pages that only those who sign in need: their code is fetched then. */
const LAZY = {
  workspace: async () => (await import('./workspace-page.tsx')).WorkspacePage,
  place: async () => (await import('./place/place-page.tsx')).PlacePage,
  administration: async () => (await import('./panels/admin/admin-page.tsx')).AdminPage,
} as const

/** The page that the address and the person together ask for. */
export function Root() {
  const { route, session } = useSite()
  const page = shownPage(route.value, session)
  return (
    <>
      <Shown page={page} route={route.value} />
      <ExpiredDialog />
    </>
  )
}

/** The public start stands at once: it needs nobody to be signed in, and learns later who is. */
function shownPage(route: Route, { user, state }: ReturnType<typeof useSite>['session']): Page | 'waiting' {
  const known = state.value.value !== null || user.value !== null
  const page = pageOf(route, user.value)
  return known || page === 'invitation' || route.page === 'start' ? page : 'waiting'
}

function Shown({ page, route }: { readonly page: Page | 'waiting'; readonly route: Route }) {
  switch (page) {
    case 'start':
    case 'waiting':
      return <StartPage area={route.page === 'start' ? route.area : null} waiting={page === 'waiting'} />
    case 'sign-in':
      return <SignInPage />
    case 'invitation':
      return <InvitationPage token={route.page === 'invitation' ? route.token : ''} />
    default:
      return <LazyPage key={page} load={LAZY[page]} />
  }
}
