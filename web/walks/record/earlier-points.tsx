import type { ReadonlySignal } from '@preact/signals'
import type { Language } from '../../i18n/language.ts'
import { FINDING_NAMES } from '../finding-names.ts'
import type { Finding } from '../walk-calls.ts'
import type { FindingOutbox } from './waiting-finding.ts'
import { RECORD_MESSAGES } from './record-messages.ts'
import controls from '../../ui/controls.module.css'
import styles from '../../observations/report/report.module.css'

interface EarlierPointsProps {
  readonly points: readonly Finding[]
  readonly outbox: FindingOutbox
  readonly walkId: number
  readonly language: ReadonlySignal<Language>
  readonly onLook: (point: Finding, kind: Finding['kind']) => void
}

/** The points of the walk before: each is looked at again, by one press. */
export function EarlierPoints({ points, outbox, walkId, language, onLook }: EarlierPointsProps) {
  const messages = RECORD_MESSAGES[language.value]
  const names = FINDING_NAMES[language.value]
  if (points.length === 0) return null
  const recorded = [...outbox.waiting.value, ...outbox.receipts.value].filter((one) => one.walkId === walkId)
  return (
    <section aria-labelledby="earlier" class={styles.mine} data-part="earlier-points">
      <h2 id="earlier">{messages.earlier}</h2>
      <p class={styles.hint}>{messages.earlierLead}</p>
      <ul>
        {points.map((point) => {
          const { id, kind, near, text } = point
          const isLookedAt = recorded.some(({ repeats }) => repeats === id)
          return (
            <li key={id}>
              {[names[kind], near, text].filter((part) => part !== null).join(' · ')}
              {isLookedAt ? (
                <span class={styles.hint}> · {messages.looked}</span>
              ) : (
                <p class={controls.row}>
                  <button type="button" class={controls.button} onClick={() => onLook(point, kind)}>
                    {messages.still}
                  </button>
                  <button type="button" class={controls.button} onClick={() => onLook(point, 'works-well')}>
                    {messages.works}
                  </button>
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
