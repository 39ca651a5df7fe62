import { useMemo } from 'preact/hooks'
import { useResource } from '../../app/api/use-resource.ts'
import { reportAddress } from './report-address.ts'
import { useReportSite, useReportTexts } from './report-context.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'
import styles from './report.module.css'

interface ReceiptViewProps {
  readonly reportId: string
  /** Of the link that was reported by last. */
  readonly token: string | null
}

/** What became of one report. */
export function ReceiptView({ reportId, token }: ReceiptViewProps) {
  const { calls } = useReportSite()
  const { messages, kinds, states, formats } = useReportTexts()
  const received = useResource((signal) => calls.receipt(reportId, signal))
  const back = useMemo(() => reportAddress(token), [token])
  const { value: receipt, failure } = received.state.value
  return (
    <section aria-labelledby="receipt" data-part="receipt-view">
      <h2 id="receipt">{messages.receipt}</h2>
      {receipt === null && failure === null && <p role="status">{messages.loading}</p>}
      {failure !== null && (
        <div role="alert" class={prose.failure}>
          <p>{failure.code === 'not-found' ? messages.noReceipt : messages.offline}</p>
          {failure.code !== 'not-found' && (
            <button type="button" class={controls.quietButton} onClick={() => void received.retry()}>
              {messages.retry}
            </button>
          )}
        </div>
      )}
      {receipt !== null && (
        <>
          <p>
            {kinds[receipt.kind]}, {messages.day(formats.date(receipt.seenOn))}
          </p>
          <p class={styles.state}>
            <strong>{states[receipt.state]}</strong>
            {receipt.outcome !== null && <> {receipt.outcome}</>}
          </p>
          <p class={prose.hint}>{messages.changedOn(formats.date(receipt.changedOn))}</p>
        </>
      )}
      <p class={prose.wayOn}>
        <a href={back}>{messages.again}</a>
      </p>
    </section>
  )
}
