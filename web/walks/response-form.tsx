import { useSignal } from '@preact/signals'
import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import { useWalkMessages } from './messages.ts'
import type { Finding, WalkCalls } from './walk-calls.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface ResponseFormProps {
  readonly finding: Finding
  /** Stores it; what is typed is kept until then. */
  readonly onRespond: (patch: Parameters<WalkCalls['respond']>[1]) => Promise<boolean>
}

/** Who answers for a finding, and what they say. */
export function ResponseForm({ finding, onRespond }: ResponseFormProps) {
  const { walks: messages } = useWalkMessages()
  const who = useKeptText(`who of finding ${finding.id}`)
  const response = useKeptText(`answer of finding ${finding.id}`)
  const isDone = useSignal(finding.state === 'done')
  const busy = useSignal(false)
  const save = async () => {
    busy.value = true
    const [party, words] = [who.peek().trim(), response.peek().trim()]
    const isStored = await onRespond({
      ...(party !== '' && { who: party }),
      ...(words !== '' && { response: words }),
      ...(isDone.peek() !== (finding.state === 'done') && { state: isDone.peek() ? 'done' : 'open' }),
    })
    busy.value = false
    if (isStored) who.value = response.value = ''
  }
  return (
    <details class={prose.fold}>
      <summary>{finding.response === null ? messages.response : messages.change}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label class={fields.field}>
          <span class={fields.label}>{messages.who}</span>
          <ImpersonalInput
            maxLength={120}
            value={who.value === '' ? (finding.who ?? '') : who.value}
            onText={(text) => (who.value = text)}
          />
        </label>
        <label class={fields.field}>
          <span class={fields.label}>{messages.whatResponse}</span>
          <ImpersonalInput
            maxLength={300}
            value={response.value === '' ? (finding.response ?? '') : response.value}
            onText={(text) => (response.value = text)}
          />
        </label>
        <label class={fields.check}>
          <input
            type="checkbox"
            checked={isDone.value}
            onChange={({ currentTarget }) => (isDone.value = currentTarget.checked)}
          />
          {messages.isDone}
        </label>
        <ActionButton class={controls.button} idle={busy.value}>
          {messages.save}
        </ActionButton>
      </form>
    </details>
  )
}
