import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createHttpClient } from './app/api/http-client.ts'
import { readLanguage } from './i18n/language.ts'
import { RespondPage } from './reviews/consultation-links/respond/respond-page.tsx'

const http = createHttpClient({ fetch: (...request) => fetch(...request) })
const language = signal(readLanguage(location.search, 'sv'))
const token = signal(location.hash.slice(1))
window.addEventListener('hashchange', () => (token.value = location.hash.slice(1)))
effect(() => {
  document.documentElement.lang = language.value
})

const root = document.querySelector('#app')
if (root !== null) {
  root.replaceChildren()
  render(<RespondPage http={http} language={language} token={token} />, root)
}
