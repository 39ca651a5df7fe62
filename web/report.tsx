import { effect, signal } from '@preact/signals'
import { render } from 'preact'
import { createHttpClient } from './app/api/http-client.ts'
import { readLanguage } from './i18n/language.ts'
import { rememberedLanguage, rememberLanguage } from './i18n/remembered-language.ts'
import { openOutbox } from './observations/report/outbox.ts'
import { readReportAddress } from './observations/report/report-address.ts'
import {
  createReportCalls,
  type KeptReceipt,
  type WaitingReport,
} from './observations/report/report-calls.ts'
import { PhoneLanguage, ReportContext } from './observations/report/report-context.ts'
import { ReportPage } from './observations/report/report-page.tsx'
import { openPhoneStore } from './observations/report/phone-store.ts'

const storage = () => localStorage
const nowMs = () => Date.now()
const calls = createReportCalls(createHttpClient({ fetch: (...request) => fetch(...request) }))
const language = signal(readLanguage(location.search, rememberedLanguage(storage)))
const address = signal(readReportAddress(location.hash))
window.addEventListener('hashchange', () => (address.value = readReportAddress(location.hash)))
effect(() => {
  document.documentElement.lang = language.value
  rememberLanguage(storage, language.value)
})

/** Pages that are reached by plain HTTP have no locks: there the server alone sees that each comes once. */
const alone = async (work: () => Promise<void>) => {
  if ('locks' in navigator) await navigator.locks.request('lagesbild-reports', work)
  else await work()
}
const sendReport = async (report: WaitingReport) => {
  const { reportId, kind, seenOn } = await calls.send(report, nowMs())
  return { reportId, kind, seenOn }
}
const outbox = await openOutbox({
  store: await openPhoneStore<WaitingReport, KeptReceipt>('lagesbild-reports'),
  send: sendReport,
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
    <ReportContext.Provider value={{ calls, outbox, address, language, nowMs }}>
      <PhoneLanguage.Provider value={language}>
        <ReportPage />
      </PhoneLanguage.Provider>
    </ReportContext.Provider>,
    root,
  )
}
if ('serviceWorker' in navigator)
  navigator.serviceWorker.register('/report-worker.js', { scope: '/report' }).catch(() => {})
