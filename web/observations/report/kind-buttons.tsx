import { OBSERVATION_KINDS, type ObservationKind } from '../../../server/observations/observation-kinds.ts'
import { useReportTexts } from './report-context.ts'
import styles from './report.module.css'

/** What was seen, one press. */
export function KindButtons({ onChoose }: { readonly onChoose: (kind: ObservationKind) => void }) {
  const { messages, kinds } = useReportTexts()
  return (
    <section aria-labelledby="what">
      <h2 id="what">{messages.what}</h2>
      <p class={styles.hint}>{messages.about}</p>
      <div class={styles.kinds}>
        {OBSERVATION_KINDS.map((kind) => (
          <button key={kind} type="button" class={styles.kind} onClick={() => onChoose(kind)}>
            {kinds[kind]}
          </button>
        ))}
      </div>
    </section>
  )
}
