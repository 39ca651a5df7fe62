import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import type { Meeting, MeetingCalls } from './meeting-calls.ts'
import { DayAndHour } from './day-and-hour.tsx'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface PlanFormProps {
  readonly calls: MeetingCalls
  readonly onPlanned: () => Promise<unknown>
}

const FORUMS = ['place', 'est', 'council'] as const satisfies readonly Meeting['forum'][]

/** Form for a new meeting: place, forum and date. Closing a meeting creates the next one. */
export function PlanForm({ calls, onPlanned }: PlanFormProps) {
  const { meetings: messages } = useMeetingMessages()
  const places = useResource((signal) => calls.places(signal))
  const area = useSignal('')
  const forum = useSignal<Meeting['forum']>('place')
  const day = useSignal('')
  const hour = useSignal('')
  const failed = useSignal<RequestFailed | null>(null)
  const plan = async () => {
    failed.value = null
    try {
      const startsAt = hour.peek() === '' ? null : hour.peek()
      await calls.plan({ areaId: Number(area.peek()), forum: forum.peek(), heldOn: day.peek(), startsAt })
      day.value = ''
      await onPlanned()
    } catch (error) {
      failed.value = asFailure(error)
    }
  }
  return (
    <details class={prose.fold}>
      <summary>{messages.plan}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          void plan()
        }}
      >
        <label class={fields.field}>
          <span class={fields.label}>{messages.place}</span>
          <select
            required
            value={area.value}
            onChange={({ currentTarget }) => (area.value = currentTarget.value)}
          >
            <option value="" />
            {places.state.value.value?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <div class={fields.pair}>
          <label class={fields.field}>
            <span class={fields.label}>{messages.forum}</span>
            <select
              value={forum.value}
              onChange={({ currentTarget }) => (forum.value = currentTarget.value as Meeting['forum'])}
            >
              {FORUMS.map((forum) => (
                <option key={forum} value={forum}>
                  {messages.forums[forum]}
                </option>
              ))}
            </select>
          </label>
          <DayAndHour day={day} hour={hour} />
        </div>
        {failed.value !== null && <FailureNote failure={failed.value} />}
        <ActionButton class={controls.button} idle={false}>
          {messages.add}
        </ActionButton>
      </form>
    </details>
  )
}
