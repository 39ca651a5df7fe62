import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { addDays, dateOfMonth, type IsoDate, monthOfDate } from '../../i18n/dates.ts'
import { stepOf } from './permitted-filters.ts'
import { useHotspots } from '../hotspots.ts'
import type { OwnPeriodProps } from './own-dates.tsx'
import { useHotspotMessages } from '../messages.ts'
import styles from './filter-form.module.css'
import fields from '../../ui/fields.module.css'

const YEARS = 5

/** Two months, quarters or years, both included; the later moves along when they would cross. */
export function OwnSteps({ period, onChange }: OwnPeriodProps) {
  const { countedTo, filters } = useHotspots()
  const { filters: messages, formats } = useHotspotMessages()
  const step = stepOf(filters.value)
  const stepAt = (date: IsoDate) => Math.floor(monthOfDate(date) / step)
  const from = stepAt(period.from)
  const last = stepAt(addDays(period.to, -1))
  const newest = Math.max(last, stepAt(addDays(countedTo.value ?? period.to, -1)))
  const oldest = Math.min(from, newest - (YEARS * 12) / step + 1)
  const choices = Array.from({ length: newest - oldest + 1 }, (_, back) => newest - back)
  const name = (at: number) => {
    const [date, year] = [dateOfMonth(at * step), Math.floor((at * step) / 12)]
    if (step === 12) return String(year)
    return step === 1 ? formats.month(date) : messages.quarter((at % 4) + 1, year)
  }
  const set = (first: number, through: number) =>
    onChange({
      preset: null,
      from: dateOfMonth(first * step),
      to: dateOfMonth((Math.max(first, through) + 1) * step),
    })
  return (
    <div class={`${fields.pair} ${styles.own}`}>
      <ChoiceSelect
        label={messages.from}
        value={from}
        choices={choices}
        words={name}
        onChange={(at) => set(at, last)}
      />
      <ChoiceSelect
        label={messages.to}
        value={last}
        choices={choices}
        words={name}
        onChange={(at) => set(Math.min(from, at), at)}
      />
    </div>
  )
}
