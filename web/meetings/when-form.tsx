import { useSignal } from '@preact/signals'
import { ActionButton } from '../ui/action-button.tsx'
import type { MeetingPatch, MeetingView } from './meeting-calls.ts'
import { DayAndHour } from './day-and-hour.tsx'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface WhenFormProps {
  readonly meeting: MeetingView
  readonly onChange: (patch: MeetingPatch) => Promise<unknown>
}

/** Moves a planned meeting to another day or hour, or cancels it. */
export function WhenForm({ meeting, onChange }: WhenFormProps) {
  const { meetings: messages } = useMeetingMessages()
  const day = useSignal(meeting.heldOn)
  const hour = useSignal(meeting.startsAt ?? '')
  const minutes = useSignal(String(meeting.lastsMinutes))
  const busy = useSignal(false)
  const doing = async (patch: MeetingPatch) => {
    busy.value = true
    await onChange(patch)
    busy.value = false
  }
  return (
    <details class={prose.fold}>
      <summary>{messages.move}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          const startsAt = hour.peek() === '' ? null : hour.peek()
          void doing({ heldOn: day.peek(), startsAt, lastsMinutes: Number(minutes.peek()) })
        }}
      >
        <div class={fields.pair}>
          <DayAndHour day={day} hour={hour} />
          <label class={fields.field}>
            <span class={fields.label}>{messages.lasts}</span>
            <input
              type="number"
              required
              min={5}
              max={600}
              value={minutes.value}
              onInput={({ currentTarget }) => (minutes.value = currentTarget.value)}
            />
          </label>
        </div>
        <p class={controls.row}>
          <ActionButton class={controls.button} idle={busy.value}>
            {messages.save}
          </ActionButton>
          <button
            type="button"
            class={controls.quietButton}
            onClick={() => window.confirm(messages.cancelSure) && void doing({ cancelled: true })}
          >
            {messages.cancel}
          </button>
        </p>
      </form>
    </details>
  )
}
