import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import styles from './weekdays-field.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The weekdays, each a toggle. None or all chosen means every day. */
export function WeekdaysField() {
  const { filters } = useHotspots()
  const { filters: messages, calendar } = useHotspotMessages()
  const chosen = filters.value.weekdays
  const toggle = (day: number) => {
    const next = DAYS.filter((d) => (d === day ? !chosen.includes(d) : chosen.includes(d)))
    filters.value = { ...filters.peek(), weekdays: next.length === DAYS.length ? [] : next }
  }
  return (
    <fieldset class={`${fields.plain} ${fields.field}`}>
      <legend class={fields.label}>{messages.weekdays}</legend>
      <div class={styles.days}>
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            class={styles.day}
            aria-pressed={chosen.includes(day)}
            aria-label={messages.weekdayLong[day - 1]}
            onClick={() => toggle(day)}
          >
            {calendar.weekdayShort[day - 1]}
          </button>
        ))}
      </div>
      {chosen.length === 0 && <p class={prose.hint}>{messages.allDays}</p>}
    </fieldset>
  )
}
