import { useSignal } from '@preact/signals'
import { ActionButton } from '../ui/action-button.tsx'
import { useWalkMessages } from './messages.ts'
import type { Walk } from './walk-calls.ts'
import styles from './walk-page.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface WalkHeadProps {
  readonly walk: Walk
  readonly mayRecord: boolean
  /** Absent = read-only. */
  readonly onChange?: (patch: Partial<Walk>) => Promise<boolean>
}

/** When and in which light, the meetings before and after, and the way to record it on a phone. */
export function WalkHead({ walk, mayRecord, onChange }: WalkHeadProps) {
  const { walks: messages, formats } = useWalkMessages()
  const { dueOn, hour, light, state, preparedOn, followedUpOn } = walk
  const dayOr = (day: string | null) => (day === null ? messages.noDay : formats.shortDate(day))
  return (
    <>
      <p class={styles.when}>
        {[
          formats.date(dueOn!),
          hour === null ? null : messages.at(hour),
          light === null ? null : messages.lights[light],
          messages.states[state === 'walked' ? 'walked' : 'planned'],
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <p class={prose.hint}>
        {messages.preparedOn}: {dayOr(preparedOn)} · {messages.followedUpOn}: {dayOr(followedUpOn)}
      </p>
      {mayRecord && (
        <>
          <p class={styles.record}>
            <a class={controls.strongButton} href={`/walk#${walk.id}`}>
              {messages.record}
            </a>
          </p>
          <p class={prose.hint}>{messages.recordHint}</p>
        </>
      )}
      {onChange !== undefined && <WhenForm key={walk.revision} walk={walk} onChange={onChange} />}
    </>
  )
}

const DAYS = ['dueOn', 'preparedOn', 'followedUpOn'] as const

function WhenForm({
  walk,
  onChange,
}: {
  readonly walk: Walk
  readonly onChange: (patch: Partial<Walk>) => Promise<boolean>
}) {
  const { walks: messages } = useWalkMessages()
  const names = { dueOn: messages.day, preparedOn: messages.preparedOn, followedUpOn: messages.followedUpOn }
  const draft = useSignal<Partial<Walk>>({})
  const set = (patch: Partial<Walk>) => (draft.value = { ...draft.peek(), ...patch })
  const busy = useSignal(false)
  const save = async () => {
    if (Object.keys(draft.peek()).length === 0) return
    busy.value = true
    await onChange(draft.peek())
    busy.value = false
  }
  const now = { ...walk, ...draft.value }
  return (
    <details class={prose.fold}>
      <summary>{messages.change}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class={fields.pair}>
          {DAYS.map((name) => (
            <label key={name} class={fields.field}>
              <span class={fields.label}>{names[name]}</span>
              <input
                type="date"
                required={name === 'dueOn'}
                value={now[name] ?? ''}
                onInput={({ currentTarget: { value } }) => set({ [name]: value === '' ? null : value })}
              />
            </label>
          ))}
          <label class={fields.field}>
            <span class={fields.label}>{messages.hour}</span>
            <input
              type="time"
              value={now.hour ?? ''}
              onInput={({ currentTarget: { value } }) => set({ hour: value === '' ? null : value })}
            />
          </label>
          <label class={fields.field}>
            <span class={fields.label}>{messages.light}</span>
            <select
              value={now.light ?? ''}
              onChange={({ currentTarget: { value } }) =>
                set({ light: (value === '' ? null : value) as Walk['light'] })
              }
            >
              <option value="">{messages.noLight}</option>
              {Object.entries(messages.lights).map(([light, name]) => (
                <option key={light} value={light}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        </div>
        <label class={fields.check}>
          <input
            type="checkbox"
            checked={now.state === 'walked'}
            onChange={({ currentTarget }) => set({ state: currentTarget.checked ? 'walked' : 'planned' })}
          />
          {messages.walked}
        </label>
        <ActionButton class={controls.button} idle={busy.value}>
          {messages.save}
        </ActionButton>
      </form>
    </details>
  )
}
