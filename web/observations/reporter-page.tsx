import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { useObservationMessages } from './messages.ts'
import styles from './reporter-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** A reporter's page: the way to the form, which keeps the receipts too. */
export function ReporterPage() {
  const { language } = useSite()
  const { observations: messages, app } = useObservationMessages()
  useTitle(messages.reporterTitle)
  return (
    <PageFrame>
      <h1>{messages.reporterTitle}</h1>
      <p class={prose.quiet}>{messages.reporterLead}</p>
      <p class={styles.way}>
        <a
          class={controls.mainButton}
          href={language.value === 'sv' ? '/report' : `/report?lang=${language.value}`}
        >
          {app.report}
        </a>
      </p>
    </PageFrame>
  )
}
