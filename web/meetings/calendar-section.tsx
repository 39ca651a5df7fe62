import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import type { MeetingCalls } from './meeting-calls.ts'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** The account's meetings in a calendar of one's own, by a secret address. */
export function CalendarSection({ calls }: { readonly calls: MeetingCalls }) {
  const { meetings: messages, formats } = useMeetingMessages()
  const feed = useResource((signal) => calls.calendar(signal))
  const url = useSignal<string | null>(null)
  const failed = useSignal<RequestFailed | null>(null)
  const doing = async (work: () => Promise<string | null>) => {
    failed.value = null
    try {
      url.value = await work()
      await feed.retry()
    } catch (error) {
      failed.value = asFailure(error)
    }
  }
  const madeAt = feed.state.value.value?.madeAt ?? null
  const revoke = async () => {
    await calls.revokeCalendar()
    return null
  }
  return (
    <details class={prose.fold} data-part="calendar">
      <summary>{messages.toCalendar}</summary>
      <p class={prose.hint}>{messages.calendarHint}</p>
      {failed.value !== null && <FailureNote failure={failed.value} />}
      {url.value !== null && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.calendarAddress}</span>
          <input
            type="text"
            readOnly
            value={url.value}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <a href={url.value.replace(/^https?:/, 'webcal:')}>{messages.openCalendar}</a>
        </label>
      )}
      {url.value === null && madeAt !== null && (
        <p class={prose.hint}>{messages.calendarMade(formats.date(madeAt.slice(0, 10)))}</p>
      )}
      <p class={controls.row}>
        <button type="button" class={controls.button} onClick={() => void doing(() => calls.makeCalendar())}>
          {madeAt === null ? messages.makeCalendar : messages.remakeCalendar}
        </button>
        {madeAt !== null && (
          <button type="button" class={controls.quietButton} onClick={() => void doing(revoke)}>
            {messages.revokeCalendar}
          </button>
        )}
      </p>
    </details>
  )
}
