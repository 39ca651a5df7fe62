import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createHttpClient } from './app/api/http-client.ts'
import { readLanguage } from './i18n/language.ts'
import { rememberedLanguage, rememberLanguage } from './i18n/remembered-language.ts'
import { openOutbox } from './observations/report/outbox.ts'
import { openPhoneStore } from './observations/report/phone-store.ts'
import { PhoneLanguage } from './observations/report/report-context.ts'
import { RecordPage } from './walks/record/record-page.tsx'
import {
  type SentFinding,
  SEND_TIMEOUT_MS,
  sentOf,
  type WaitingFinding,
} from './walks/record/waiting-finding.ts'
import { createWalkCalls } from './walks/walk-calls.ts'

const storage = () => localStorage
const calls = createWalkCalls(createHttpClient({ fetch: (...request) => fetch(...request) }))
const language = signal(readLanguage(location.search, rememberedLanguage(storage)))
const readId = () => Number(/^#([1-9]\d{0,8})$/.exec(location.hash)?.[1] ?? 0)
const walkId = signal(readId())
window.addEventListener('hashchange', () => (walkId.value = readId()))
effect(() => {
  document.documentElement.lang = language.value
  rememberLanguage(storage, language.value)
})

/** Pages that are reached by plain HTTP have no locks: there the server alone sees that each comes once. */
const alone = async (work: () => Promise<void>) => {
  if ('locks' in navigator) await navigator.locks.request('lagesbild-walks', work)
  else await work()
}
const outbox = await openOutbox({
  store: await openPhoneStore<WaitingFinding, SentFinding>('lagesbild-walks'),
  async send(finding) {
    const { kind, partOf } = await calls.find(sentOf(finding), AbortSignal.timeout(SEND_TIMEOUT_MS))
    return { reportId: finding.reportId, kind, walkId: partOf!, repeats: finding.repeats }
  },
  later: (work, ms) => void setTimeout(work, ms),
  alone,
})
const flush = () => void outbox.flush()
window.addEventListener('online', flush)
document.addEventListener('visibilitychange', () => document.hidden || flush())
flush()

const root = document.querySelector('#app')
if (root !== null) {
  root.replaceChildren()
  render(
    <PhoneLanguage.Provider value={language}>
      <RecordPage calls={calls} outbox={outbox} walkId={walkId} language={language} />
    </PhoneLanguage.Provider>,
    root,
  )
}
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/report-worker.js', { scope: '/walk' }).catch(() => {})
