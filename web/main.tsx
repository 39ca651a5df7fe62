import { effect } from '@preact/signals'
import { render } from 'preact'
import { createHttpClient } from './app/api/http-client.ts'
import { createSessionApi } from './app/session-calls.ts'
import { Root } from './root.tsx'
import { readLanguage } from './i18n/language.ts'
import { rememberedLanguage, rememberLanguage } from './i18n/remembered-language.ts'
import { readRoute } from './app/route.ts'
import { createSession } from './app/session.ts'
import { SiteContext } from './app/site-context.ts'
import { createSite } from './app/site.ts'

const storage = () => localStorage
const browserFetch: typeof fetch = (...request) => fetch(...request)
const tabs = new BroadcastChannel('lagesbild-signed-out')
const session = createSession({
  api: createSessionApi(createHttpClient({ fetch: browserFetch })),
  startOver: () => location.assign('/'),
  notifyOtherTabs: () => tabs.postMessage(null),
})
const site = createSite({
  http: createHttpClient({ fetch: browserFetch, onUnauthenticated: session.noteUnauthenticated }),
  session,
  language: readLanguage(location.search, rememberedLanguage(storage)),
  route: readRoute(location),
})

effect(() => {
  document.documentElement.lang = site.language.value
  rememberLanguage(storage, site.language.value)
})
const follow = () => (site.route.value = readRoute(location))
window.addEventListener('popstate', follow)
window.addEventListener('hashchange', follow)
document.addEventListener('visibilitychange', () => {
  if (session.expired.peek() && !document.hidden) void session.recheck()
})
tabs.addEventListener('message', () => session.leave())
// After Back to a page from the browser's cache, for example after signing out, the session is checked again.
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted && session.left.peek()) location.reload()
})
void session.load()

const root = document.querySelector('#app')
if (root !== null) {
  root.replaceChildren()
  render(
    <SiteContext.Provider value={site}>
      <Root />
    </SiteContext.Provider>,
    root,
  )
}
