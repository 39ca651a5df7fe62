import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import { CityText } from '../ui/city-text.tsx'
import type { Meeting } from './meeting-calls.ts'
import { useKeptText } from '../ui/kept-text.ts'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './attendees.module.css'

type List = Meeting['attendees']

/** The attendees by organisation and function. @param onChange stores the list; absent = read-only */
export function Attendees({
  attendees,
  onChange,
}: {
  readonly attendees: List
  readonly onChange?: (attendees: List) => Promise<boolean>
}) {
  const { meetings: messages } = useMeetingMessages()
  const organisation = useKeptText('organisation of an attendee')
  const role = useKeptText('function of an attendee')
  const add = async () => {
    const entry = { organisation: organisation.peek().trim(), function: role.peek().trim() || null }
    if ((await onChange?.([...attendees, entry])) === true) organisation.value = role.value = ''
  }
  return (
    <section aria-labelledby="attendees">
      <h2 id="attendees">{messages.attendees}</h2>
      <ul class={styles.list}>
        {attendees.map((entry, k) => (
          <li key={`${k} ${entry.organisation}`}>
            <CityText>{nameOf(entry)}</CityText>
            {onChange !== undefined && (
              <button
                type="button"
                class={controls.linkButton}
                aria-label={messages.remove(nameOf(entry))}
                onClick={() => void onChange(attendees.filter((_, other) => other !== k))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ul>
      {onChange !== undefined && (
        <details class={prose.fold}>
          <summary>{messages.addAttendee}</summary>
          <form
            class={fields.form}
            onSubmit={(event) => {
              event.preventDefault()
              void add()
            }}
          >
            <p class={prose.hint}>{messages.functionsOnly}</p>
            <div class={fields.pair}>
              <Line label={messages.organisation} value={organisation} required />
              <Line label={messages.functionOf} value={role} />
            </div>
            <button type="submit" class={controls.button}>
              {messages.note}
            </button>
          </form>
        </details>
      )}
    </section>
  )
}

interface LineProps {
  readonly label: string
  readonly value: { value: string }
  readonly required?: boolean
}

function Line({ label, value, required = false }: LineProps) {
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      <ImpersonalInput
        required={required}
        maxLength={120}
        value={value.value}
        onText={(text) => (value.value = text)}
      />
    </label>
  )
}

function nameOf({ organisation, function: role }: List[number]): string {
  return role === null ? organisation : `${organisation}, ${role}`
}
