import type { MeetingView } from './meeting-calls.ts'
import { CommitmentRow } from './commitment-row.tsx'
import { useMeetingMessages } from './messages.ts'
import styles from './meeting-page.module.css'
import prose from '../ui/prose.module.css'

type Minutes = NonNullable<MeetingView['minutes']>

/** The minutes of a closed meeting. */
export function MinutesView({ minutes }: { readonly minutes: Minutes }) {
  const { meetings: messages, formats } = useMeetingMessages()
  const { nextOn, decisions, remaining } = minutes
  return (
    <section class={styles.minutes} aria-labelledby="minutes">
      <h2 id="minutes">{messages.minutes}</h2>
      <p class={prose.hint}>
        {nextOn === null ? messages.minutesLast : messages.minutesLead(formats.date(nextOn))}
      </p>
      <h3>{messages.decisionsMade}</h3>
      {decisions.length === 0 && <p class={prose.hint}>{messages.noDecisions}</p>}
      <ul class={styles.rows}>
        {decisions.map((decision, k) => (
          <CommitmentRow key={k} commitment={decision} />
        ))}
      </ul>
      {remaining.length > 0 && (
        <>
          <h3>{messages.remaining}</h3>
          <ul class={styles.rows}>
            {remaining.map((commitment, k) => (
              <CommitmentRow key={k} commitment={commitment} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
