import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import type { Decision } from './meeting-calls.ts'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import styles from './decision-form.module.css'

interface DecisionFormProps {
  /** The name under which the typed text is stored. */
  readonly name: string
  /** Suggested parties: attendees and owners of commitments. */
  readonly known: readonly string[]
  /** Stores it; the typed text stays until then. */
  readonly onAdd: (decision: Decision) => Promise<boolean>
}

/** A decision in one line: what, who, by when. Enter stores it, and the next one can be typed. */
export function DecisionForm({ name, known, onAdd }: DecisionFormProps) {
  const { meetings: messages } = useMeetingMessages()
  const what = useKeptText(`what of ${name}`)
  const who = useKeptText(`who of ${name}`)
  const by = useKeptText(`day of ${name}`)
  const kind = useSignal<Decision['kind']>('commitment')
  const busy = useSignal(false)
  const first = useRef<HTMLInputElement>(null)
  const add = async () => {
    if (busy.peek()) return
    busy.value = true
    const dueOn = by.peek() === '' ? null : by.peek()
    const isStored = await onAdd({ kind: kind.peek(), what: what.peek(), who: who.peek(), dueOn })
    busy.value = false
    if (!isStored) return
    what.value = who.value = by.value = ''
    first.current?.focus()
  }
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label class={`${fields.field} ${styles.what}`}>
        <span class={fields.label}>{messages.what}</span>
        <ImpersonalInput
          inputRef={first}
          required
          maxLength={300}
          value={what.value}
          onText={(text) => (what.value = text)}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.who}</span>
        <ImpersonalInput
          required
          maxLength={120}
          list={`known-${name}`}
          value={who.value}
          onText={(text) => (who.value = text)}
        />
        <datalist id={`known-${name}`}>
          {known.map((party) => (
            <option key={party} value={party} />
          ))}
        </datalist>
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.by}</span>
        <input
          type="date"
          value={by.value}
          onInput={({ currentTarget }) => (by.value = currentTarget.value)}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.kind}</span>
        <select
          value={kind.value}
          onChange={({ currentTarget }) => (kind.value = currentTarget.value as Decision['kind'])}
        >
          <option value="commitment">{messages.kinds.commitment}</option>
          <option value="action">{messages.kinds.action}</option>
        </select>
      </label>
      <ActionButton class={controls.strongButton} idle={busy.value}>
        {messages.note}
      </ActionButton>
    </form>
  )
}
