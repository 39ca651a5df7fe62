import { CITY_FAULTS } from '../../../server/observations/observation-kinds.ts'
import { CityFaultLink } from './city-fault-link.tsx'
import { refusalText } from './refusal-text.ts'
import { receiptAddress } from './report-address.ts'
import type { WaitingReport } from './report-calls.ts'
import { useReportSite, useReportTexts } from './report-context.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

interface SentNoteProps {
  readonly report: WaitingReport
  readonly cityReportUrl: string | null
  readonly onAgain: () => void
}

/** What came of sending: received, on its way, or kept until there is a line. */
export function SentNote({ report, cityReportUrl, onAgain }: SentNoteProps) {
  const { outbox } = useReportSite()
  const { messages } = useReportTexts()
  const waits = outbox.waiting.value.find(({ reportId }) => reportId === report.reportId)
  const isReceived = outbox.receipts.value.some(({ reportId }) => reportId === report.reportId)
  const trouble = waits === undefined ? null : (waits.refusal ?? outbox.trouble.value?.code ?? null)
  const isHeld = trouble !== null && !Object.hasOwn(messages.refused, trouble)
  const refusal = trouble === null || isHeld ? null : refusalText(trouble, messages)
  return (
    <section aria-labelledby="sent" data-part="sent" data-phase={isReceived ? 'received' : 'waiting'}>
      <div role="status">
        <h2 id="sent">
          {isReceived ? messages.thanks : (refusal ?? (isHeld ? messages.kept : messages.sending))}
        </h2>
        {isHeld && <p class={prose.hint}>{outbox.lasts ? messages.keptOpen : messages.keptBriefly}</p>}
      </div>
      {trouble === 'unauthenticated' && (
        <p>
          <a href="/?page=sign-in">{messages.signIn}</a>
        </p>
      )}
      {isReceived && (
        <p class={prose.wayOn}>
          <a href={receiptAddress(report.reportId)}>{messages.follow}</a>
        </p>
      )}
      {CITY_FAULTS.includes(report.kind) && <CityFaultLink url={cityReportUrl} position={report.position} />}
      <p class={controls.row}>
        <button type="button" class={controls.button} onClick={onAgain}>
          {messages.again}
        </button>
      </p>
    </section>
  )
}
