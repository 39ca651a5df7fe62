import type { ComponentChildren } from 'preact'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { Terms } from '../glossary/terms.tsx'
import { CityText } from '../ui/city-text.tsx'
import { audienceMark } from '../work/audience-field.ts'
import { useWorkMessages } from '../work/messages.ts'
import type { Commitment } from './meeting-calls.ts'
import { useMeetingMessages } from './messages.ts'
import styles from './commitment-row.module.css'

interface CommitmentRowProps {
  readonly commitment: Pick<Commitment, 'kind' | 'what' | 'who' | 'dueOn' | 'status'> & {
    readonly movedFrom?: string | null
    readonly audience?: Commitment['audience']
  }
  /** Toggles done; absent = read-only. */
  readonly onTick?: (done: boolean) => void
  /** A form that changes it. */
  readonly children?: ComponentChildren
}

/** A commitment in one line: what, who, due date and state. */
export function CommitmentRow({ commitment, onTick, children }: CommitmentRowProps) {
  const { meetings: messages, formats } = useMeetingMessages()
  const { work } = useWorkMessages()
  const { what, who, dueOn, status, movedFrom = null, audience } = commitment
  const mark = audience === undefined ? null : audienceMark(audience, work)
  const day = dueOn === null ? messages.noDay : messages.dueBy(formats.date(dueOn))
  return (
    <li class={styles.row} data-status={status}>
      {onTick !== undefined && (
        <input
          type="checkbox"
          checked={status === 'done'}
          aria-label={messages.tick(what)}
          onChange={({ currentTarget }) => onTick(currentTarget.checked)}
        />
      )}
      <div>
        <p class={styles.what}>
          <CityText>{what}</CityText>
        </p>
        <p class={styles.who}>
          <span lang={CITY_LANGUAGE}>
            <Terms>{who}</Terms>
          </span>{' '}
          · {day}
          {movedFrom !== null && ` (${messages.movedFrom(formats.date(movedFrom))})`}
          {mark !== null && ` · ${mark}`}
        </p>
        {children}
      </div>
      <span class={styles.status}>{messages.statuses[status]}</span>
    </li>
  )
}
