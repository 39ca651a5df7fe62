import { type Hours } from '../../state/filters.ts'
import { useWorkspace } from '../../state/workspace-context.ts'

const PRESETS = ['all', '6-18', '18-23', '23-6'] as const

const textOf = (hours: Hours | null) => (hours === null ? 'all' : `${hours.start}-${hours.end}`)

function hoursOf(text: string): Hours | null {
  const [start, end] = text.split('-').map(Number)
  return start === undefined || end === undefined ? null : { start, end }
}

/** The time of day: common windows, or two hours of one's own. A window may run past midnight. */
export function HoursField() {
  const { filters, texts } = useWorkspace()
  const { filters: words } = texts.value
  const { hours } = filters.value
  const change = (next: Hours | null) => (filters.value = { ...filters.peek(), hours: next })
  const preset = PRESETS.find((choice) => choice === textOf(hours))
  return (
    <div class="field">
      <label class="field-label" for="hours">
        {words.hours}
      </label>
      <select
        id="hours"
        value={preset ?? 'custom'}
        onChange={({ currentTarget }) =>
          change(currentTarget.value === 'custom' ? { start: 17, end: 22 } : hoursOf(currentTarget.value))
        }
      >
        {PRESETS.map((choice) => (
          <option key={choice} value={choice}>
            {words.hourPresets[choice]}
          </option>
        ))}
        <option value="custom">{words.customHours}</option>
      </select>
      {preset === undefined && hours !== null && (
        <div class="field-pair">
          <HourSelect
            label={words.hourFrom}
            value={hours.start}
            choices={wholeHours(0, 23, hours.end)}
            onChange={(start) => change({ ...hours, start })}
          />
          <HourSelect
            label={words.hourTo}
            value={hours.end}
            choices={wholeHours(1, 24, hours.start)}
            onChange={(end) => change({ ...hours, end })}
          />
        </div>
      )}
    </div>
  )
}

function wholeHours(first: number, last: number, without: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (hour) => hour !== without,
  )
}

interface HourSelectProps {
  readonly label: string
  readonly value: number
  readonly choices: readonly number[]
  readonly onChange: (hour: number) => void
}

function HourSelect({ label, value, choices, onChange }: HourSelectProps) {
  return (
    <label class="field">
      <span class="field-label">{label}</span>
      <select value={value} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
        {choices.map((hour) => (
          <option key={hour} value={hour}>
            {String(hour).padStart(2, '0')}:00
          </option>
        ))}
      </select>
    </label>
  )
}
