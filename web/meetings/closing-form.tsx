import { useSignal } from '@preact/signals'
import { ActionButton } from '../ui/action-button.tsx'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface ClosingFormProps {
  readonly heldOn: string
  readonly onClose: (nextOn: string | null) => Promise<unknown>
}

const WEEK_MS = 7 * 86_400_000

/** Ends a meeting; the next one is offered a week later. */
export function ClosingForm({ heldOn, onClose }: ClosingFormProps) {
  const { meetings: messages } = useMeetingMessages()
  const next = useSignal(dayAfter(heldOn, WEEK_MS))
  const busy = useSignal(false)
  return (
    <section aria-labelledby="closing">
      <h2 id="closing">{messages.closing}</h2>
      <p class={prose.hint}>{messages.closingLead}</p>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          busy.value = true
          void onClose(next.peek() === '' ? null : next.peek()).finally(() => (busy.value = false))
        }}
      >
        <label class={fields.field}>
          <span class={fields.label}>{messages.nextDay}</span>
          <input
            type="date"
            min={dayAfter(heldOn, WEEK_MS / 7)}
            value={next.value}
            onInput={({ currentTarget }) => (next.value = currentTarget.value)}
          />
        </label>
        <ActionButton class={controls.strongButton} idle={busy.value}>
          {messages.close}
        </ActionButton>
      </form>
    </section>
  )
}

function dayAfter(day: string, ms: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + ms).toISOString().slice(0, 10)
}
