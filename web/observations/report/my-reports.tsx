import { refusalText } from './refusal-text.ts'
import { receiptAddress } from './report-address.ts'
import type { WaitingReport } from './report-calls.ts'
import { useReportSite, useReportTexts } from './report-context.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'
import styles from './report.module.css'

/** What was reported from this phone: what waits, what was refused and why, what came through. */
export function MyReports({ onEdit }: { readonly onEdit: (report: WaitingReport) => void }) {
  const { outbox } = useReportSite()
  const { messages, kinds, formats } = useReportTexts()
  const [waiting, receipts] = [outbox.waiting.value, outbox.receipts.value]
  if (waiting.length + receipts.length === 0) return null
  return (
    <section aria-labelledby="mine" class={styles.mine}>
      <h2 id="mine">{messages.mine}</h2>
      <ul>
        {waiting.map((report) => (
          <li key={report.reportId} data-part="waiting-report">
            {kinds[report.kind]}
            {report.refusal === null ? (
              <span class={prose.hint}> · {messages.waiting}</span>
            ) : (
              <Refusal report={report} onEdit={() => onEdit(report)} />
            )}
          </li>
        ))}
        {receipts.map(({ reportId, kind, seenOn }) => (
          <li key={reportId} data-part="receipt">
            <a href={receiptAddress(reportId)}>{kinds[kind]}</a>
            <span class={prose.hint}> · {messages.day(formats.shortDate(seenOn))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Refusal({ report, onEdit }: { readonly report: WaitingReport; readonly onEdit: () => void }) {
  const { outbox } = useReportSite()
  const { messages } = useReportTexts()
  return (
    <div class={prose.failure}>
      <p>{refusalText(report.refusal, messages)}</p>
      {report.text !== null && <p>”{report.text}”</p>}
      <p class={controls.row}>
        <button type="button" class={controls.quietButton} onClick={onEdit}>
          {messages.edit}
        </button>
        <button
          type="button"
          class={controls.quietButton}
          onClick={() => void outbox.remove(report.reportId)}
        >
          {messages.remove}
        </button>
      </p>
    </div>
  )
}
