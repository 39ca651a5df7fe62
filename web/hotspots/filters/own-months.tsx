import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { addDays, dateOfMonth, monthOfDate } from '../../i18n/dates.ts'
import { useHotspots } from '../hotspots.ts'
import type { OwnPeriodProps } from './own-dates.tsx'
import { useHotspotMessages } from '../messages.ts'
import styles from './filter-form.module.css'
import fields from '../../ui/fields.module.css'

const YEARS = 5

/** Two months, both included, for those who count whole months; the later moves along when they would cross. */
export function OwnMonths({ period, onChange }: OwnPeriodProps) {
  const { countedTo } = useHotspots()
  const { filters: words, formats } = useHotspotMessages()
  const from = monthOfDate(period.from)
  const last = monthOfDate(addDays(period.to, -1))
  const newest = Math.max(last, monthOfDate(countedTo.value ?? period.to) - 1)
  const oldest = Math.min(from, newest - YEARS * 12 + 1)
  const choices = Array.from({ length: newest - oldest + 1 }, (_, back) => newest - back)
  const name = (month: number) => formats.month(dateOfMonth(month))
  const set = (first: number, through: number) =>
    onChange({ preset: null, from: dateOfMonth(first), to: dateOfMonth(Math.max(first, through) + 1) })
  return (
    <div class={`${fields.pair} ${styles.own}`}>
      <ChoiceSelect
        label={words.from}
        value={from}
        choices={choices}
        words={name}
        onChange={(month) => set(month, last)}
      />
      <ChoiceSelect
        label={words.to}
        value={last}
        choices={choices}
        words={name}
        onChange={(month) => set(Math.min(from, month), month)}
      />
    </div>
  )
}
