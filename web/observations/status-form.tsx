import { useSignal } from '@preact/signals'
import { OBSERVATION_STATES, type ObservationState } from '../../server/observations/observation-kinds.ts'
import { findPersonalData } from '../../server/platform/personal-data/find-personal-data.ts'
import { useKeptText } from '../ui/kept-text.ts'
import { STATE_NAMES } from '../../server/observations/messages.ts'
import { useObservationMessages } from './messages.ts'
import type { Outcome } from './observation-calls.ts'
import { personalDataText } from '../i18n/personal-data-text.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface StatusFormProps {
  /** What it is about: the name that its text is kept by. */
  readonly name: string
  readonly count: number
  readonly state: ObservationState
  readonly onSettle: (outcome: Outcome) => Promise<boolean>
}

const MAX_OUTCOME = 300

/** What became of it, for the reporter to read. */
export function StatusForm({ name, count, state, onSettle }: StatusFormProps) {
  const { observations: messages, formats, language } = useObservationMessages()
  const chosen = useSignal(state)
  const words = useKeptText(`outcome of ${name}`)
  const problem = useSignal('')
  const save = async () => {
    const outcome = words.peek().trim()
    const found = findPersonalData(outcome)
    problem.value =
      found !== null
        ? personalDataText(found, language)
        : chosen.peek() === 'no-action' && outcome === ''
          ? messages.reasonNeeded
          : ''
    if (problem.peek() !== '') return
    const isDone = await onSettle({ state: chosen.peek(), outcome: outcome === '' ? null : outcome })
    if (isDone) words.value = ''
  }
  return (
    <details class={prose.fold}>
      <summary>{messages.state}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <label class={fields.field}>
          <span class={fields.label}>{messages.state}</span>
          <select
            value={chosen.value}
            onChange={({ currentTarget }) => (chosen.value = currentTarget.value as ObservationState)}
          >
            {OBSERVATION_STATES.map((one) => (
              <option key={one} value={one}>
                {STATE_NAMES[language][one]}
              </option>
            ))}
          </select>
        </label>
        <label class={fields.field}>
          <span class={fields.label}>
            {messages.outcome}. {messages.outcomeFor[chosen.value]}
          </span>
          <input
            type="text"
            maxLength={MAX_OUTCOME}
            value={words.value}
            onInput={({ currentTarget }) => (words.value = currentTarget.value)}
          />
        </label>
        <p class={fields.problem} role="alert">
          {problem.value}
        </p>
        <p>
          <button type="submit" class={controls.button}>
            {count === 1 ? messages.save : messages.saveAll(formats.count(count))}
          </button>
        </p>
      </form>
    </details>
  )
}
