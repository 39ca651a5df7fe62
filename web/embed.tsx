import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createHttpClient } from './app/api/http-client.ts'
import { createSessionApi } from './app/session-calls.ts'
import { createSession } from './app/session.ts'
import { SiteContext } from './app/site-context.ts'
import { createSite } from './app/site.ts'
import { readLanguage } from './i18n/language.ts'
import { EmbedPage } from './public-site/embed/embed-page.tsx'

/** Nothing of the reader is sent, read or kept: no cookie, no session, no language of an earlier visit. */
const http = createHttpClient({ fetch: (path, init) => fetch(path, { ...init, credentials: 'omit' }) })
const area = new URLSearchParams(location.search).get('area')
const site = createSite({
  http,
  // Never loaded: everybody is the public here.
  session: createSession({ api: createSessionApi(http), startOver: () => {}, notifyOtherTabs: () => {} }),
  language: readLanguage(location.search, 'sv'),
  route: { page: 'start', area },
})
effect(() => {
  document.documentElement.lang = site.language.value
})

const root = document.querySelector('#app')
if (root !== null) {
  root.replaceChildren()
  render(
    <SiteContext.Provider value={site}>
      <EmbedPage area={signal(area)} />
    </SiteContext.Provider>,
    root,
  )
}
if (root !== null && window.parent !== window)
  new ResizeObserver(([entry]) => {
    const height = Math.ceil(entry!.target.getBoundingClientRect().height)
    window.parent.postMessage({ type: 'lagesbild-height', height }, '*')
  }).observe(root.querySelector('main') ?? root)
