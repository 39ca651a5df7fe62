import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useWalkMessages } from './messages.ts'
import type { Walk, WalkCalls } from './walk-calls.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface WalkPlanFormProps {
  readonly calls: WalkCalls
  readonly walks: readonly Walk[]
  readonly onPlanned: () => Promise<unknown>
}

/** Form for a new walk: where and when, from nothing or from an earlier walk of the place. */
export function WalkPlanForm({ calls, walks, onPlanned }: WalkPlanFormProps) {
  const { walks: messages, formats } = useWalkMessages()
  const places = useResource((signal) => calls.places(null, signal))
  const [area, day, hour, light, repeats] = [
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
    useSignal(''),
  ]
  const failed = useSignal<RequestFailed | null>(null)
  const earlier = walks.filter(({ areaId }) => String(areaId) === area.value)
  const plan = async () => {
    failed.value = null
    const before = walks.find(({ id }) => String(id) === repeats.peek())
    try {
      await calls.plan({
        areaId: Number(area.peek()),
        dueOn: day.peek(),
        hour: hour.peek() === '' ? null : hour.peek(),
        light: (light.peek() === '' ? null : light.peek()) as Walk['light'],
        ...(before !== undefined && { repeats: before.id, route: before.route, groups: before.groups }),
      })
      day.value = hour.value = repeats.value = ''
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
        <Choice
          label={messages.place}
          value={area}
          required
          choices={[
            ['', ''],
            ...(places.state.value.value?.areas ?? []).map(({ id, name }) => [String(id), name] as const),
          ]}
        />
        <div class={fields.pair}>
          <When label={messages.day} type="date" value={day} required />
          <When label={messages.hour} type="time" value={hour} />
          <Choice
            label={messages.light}
            value={light}
            choices={[['', messages.noLight], ...Object.entries(messages.lights)]}
          />
        </div>
        {earlier.length > 0 && (
          <Choice
            label={messages.repeats}
            value={repeats}
            choices={[
              ['', messages.noRepeats],
              ...earlier.map(({ id, dueOn }) => [String(id), formats.date(dueOn!)] as const),
            ]}
          />
        )}
        {failed.value !== null && <FailureNote failure={failed.value} />}
        <ActionButton class={controls.button} idle={false}>
          {messages.add}
        </ActionButton>
      </form>
    </details>
  )
}

interface InputProps {
  readonly label: string
  readonly value: { value: string }
  readonly required?: boolean
}

function Choice({
  label,
  value,
  required = false,
  choices,
}: InputProps & { readonly choices: readonly (readonly [string, string])[] }) {
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <select
        required={required}
        value={value.value}
        onChange={({ currentTarget }) => (value.value = currentTarget.value)}
      >
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}

function When({ label, value, required = false, type }: InputProps & { readonly type: 'date' | 'time' }) {
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <input
        type={type}
        required={required}
        value={value.value}
        onInput={({ currentTarget }) => (value.value = currentTarget.value)}
      />
    </label>
  )
}
