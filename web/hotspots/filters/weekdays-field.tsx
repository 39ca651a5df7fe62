import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** The weekdays, each a switch. None or all chosen means every day. */
export function WeekdaysField() {
  const { filters } = useHotspots()
  const { filters: words, calendar } = useHotspotMessages()
  const chosen = filters.value.weekdays
  const toggle = (day: number) => {
    const next = DAYS.filter((d) => (d === day ? !chosen.includes(d) : chosen.includes(d)))
    filters.value = { ...filters.peek(), weekdays: next.length === DAYS.length ? [] : next }
  }
  return (
    <fieldset class="plain field">
      <legend class="field-label">{words.weekdays}</legend>
      <div class="days">
        {DAYS.map((day) => (
          <button
            key={day}
            type="button"
            class="day"
            aria-pressed={chosen.includes(day)}
            aria-label={words.weekdayLong[day - 1]}
            onClick={() => toggle(day)}
          >
            {calendar.weekdayShort[day - 1]}
          </button>
        ))}
      </div>
      {chosen.length === 0 && <p class="hint">{words.allDays}</p>}
    </fieldset>
  )
}
