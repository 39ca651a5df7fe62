import { addDays, isIsoDate } from '../../i18n/dates.ts'
import type { Period } from './filters.ts'
import { useHotspotMessages } from '../messages.ts'
import styles from './filter-form.module.css'
import fields from '../../ui/fields.module.css'

export interface OwnPeriodProps {
  readonly period: Extract<Period, { preset: null }>
  readonly onChange: (period: Period) => void
}

/** Two days, both included; the later moves along when they would cross. */
export function OwnDates({ period, onChange }: OwnPeriodProps) {
  const { filters: messages } = useHotspotMessages()
  const through = addDays(period.to, -1)
  const set = (from: string, last: string) => {
    if (!isIsoDate(from) || !isIsoDate(last)) return
    onChange({ preset: null, from, to: addDays(last < from ? from : last, 1) })
  }
  return (
    <div class={`${fields.pair} ${styles.own}`}>
      <label class={fields.field}>
        <span class={fields.label}>{messages.from}</span>
        <input
          type="date"
          value={period.from}
          onChange={({ currentTarget }) => set(currentTarget.value, through)}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.to}</span>
        <input
          type="date"
          value={through}
          onChange={({ currentTarget }) => set(period.from, currentTarget.value)}
        />
      </label>
    </div>
  )
}
