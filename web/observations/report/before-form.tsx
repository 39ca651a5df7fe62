import { useReportTexts } from './report-context.ts'
import styles from './report.module.css'

/** Whom to call, and what becomes of what one writes: before anything else. */
export function BeforeForm() {
  const { messages } = useReportTexts()
  return (
    <>
      <ul class={styles.before}>
        <li>
          {messages.emergency} <a href="tel:112">112</a>.
        </li>
        <li>
          {messages.police} <a href="tel:11414">114&nbsp;14</a>.
        </li>
        <li>{messages.worry}</li>
      </ul>
      <p class={styles.publicRecord}>{messages.publicRecord}</p>
    </>
  )
}
