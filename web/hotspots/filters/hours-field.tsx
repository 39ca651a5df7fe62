import { ChoiceSelect } from '../../ui/choice-select.tsx'
import type { Hours } from './filters.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import styles from './filter-form.module.css'
import fields from '../../ui/fields.module.css'

/** Common windows; null is the whole day. */
const WINDOWS = {
  all: null,
  '6-18': { start: 6, end: 18 },
  '18-23': { start: 18, end: 23 },
  '23-6': { start: 23, end: 6 },
} as const

const CHOICES = ['all', '6-18', '18-23', '23-6', 'custom'] as const
const FIRST_OWN: Hours = { start: 17, end: 22 }

/** The time of day: common windows, or two chosen hours. A window may run past midnight. */
export function HoursField() {
  const { filters } = useHotspots()
  const { filters: messages } = useHotspotMessages()
  const { hours } = filters.value
  const change = (next: Hours | null) => {
    filters.value = { ...filters.peek(), hours: next }
  }
  const requested = hours === null ? 'all' : `${hours.start}-${hours.end}`
  const choice = CHOICES.find((window) => window === requested) ?? 'custom'
  return (
    <div>
      <ChoiceSelect
        label={messages.hours}
        value={choice}
        choices={CHOICES}
        words={(window) => (window === 'custom' ? messages.customHours : messages.hourPresets[window])}
        onChange={(window) => change(window === 'custom' ? FIRST_OWN : WINDOWS[window])}
      />
      {choice === 'custom' && hours !== null && (
        <div class={`${fields.pair} ${styles.own}`}>
          <ChoiceSelect
            label={messages.hourFrom}
            value={hours.start}
            choices={wholeHours(0, 23, hours.end)}
            words={clock}
            onChange={(start) => change({ ...hours, start })}
          />
          <ChoiceSelect
            label={messages.hourTo}
            value={hours.end}
            choices={wholeHours(1, 24, hours.start)}
            words={clock}
            onChange={(end) => change({ ...hours, end })}
          />
        </div>
      )}
    </div>
  )
}

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

function wholeHours(first: number, last: number, without: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (hour) => hour !== without,
  )
}
