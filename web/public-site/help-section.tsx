import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import styles from './help-section.module.css'
import sections from '../ui/sections.module.css'

/** Where to turn for help. Needs no data, so it is shown even when loading fails. */
export function HelpSection() {
  const { help } = useStartMessages()
  const reportUrl = usePublicData().index.state.value.value?.reportUrl ?? null
  return (
    <section class={`${sections.section} ${styles.help}`} aria-labelledby="help-title">
      <h2 id="help-title">{help.title}</h2>
      <ul>
        <li>
          <a class={styles.number} href="tel:112">
            112
          </a>
          <p>
            <strong>{help.emergency}</strong> {help.emergencyDo}
          </p>
        </li>
        <li>
          <a class={styles.number} href="tel:11414">
            114&nbsp;14
          </a>
          <p>
            <strong>{help.police}</strong> {help.policeDo}
          </p>
        </li>
        <li>
          <span class={styles.sign} aria-hidden="true">
            <svg viewBox="0 0 20 20">
              <path d="M10 3v5M6.5 8h7l1.5 4H5zM8.5 12v5h3v-5" />
            </svg>
          </span>
          <p>
            <strong>{help.city}</strong>{' '}
            {reportUrl === null ? help.cityDo : <a href={reportUrl}>{help.cityDo}</a>}
          </p>
        </li>
      </ul>
    </section>
  )
}
