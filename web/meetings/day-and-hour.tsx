import type { Signal } from '@preact/signals'
import { useMeetingMessages } from './messages.ts'
import fields from '../ui/fields.module.css'

interface DayAndHourProps {
  /** `2026-03-12`, or empty. */
  readonly day: Signal<string>
  /** `13:00`, or empty where none is said. */
  readonly hour: Signal<string>
}

/** When a meeting is: its day, and the hour if one is said. */
export function DayAndHour({ day, hour }: DayAndHourProps) {
  const { meetings: messages } = useMeetingMessages()
  return (
    <>
      <label class={fields.field}>
        <span class={fields.label}>{messages.day}</span>
        <input
          type="date"
          required
          value={day.value}
          onInput={({ currentTarget }) => (day.value = currentTarget.value)}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.hour}</span>
        <input
          type="time"
          value={hour.value}
          onInput={({ currentTarget }) => (hour.value = currentTarget.value)}
        />
      </label>
    </>
  )
}
