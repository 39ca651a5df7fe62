import { useSignal } from '@preact/signals'
import { findPersonalData } from '../../server/platform/personal-data/find-personal-data.ts'
import { TextField } from '../ui/text-field.tsx'
import { useObservationMessages } from './messages.ts'
import type { ReportArea } from './observation-calls.ts'
import { personalDataText } from '../i18n/personal-data-text.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface NewLinkFormProps {
  readonly areas: readonly ReportArea[]
  readonly onMake: (areaId: number, label: string) => Promise<boolean>
}

const MAX_LABEL = 120

/** A new link: about which place, and where it will hang. */
export function NewLinkForm({ areas, onMake }: NewLinkFormProps) {
  const { observations: messages, language } = useObservationMessages()
  const area = useSignal('')
  const label = useSignal('')
  const found = findPersonalData(label.value)
  const make = async () => {
    if (found !== null) return
    if (await onMake(Number(area.peek()), label.peek())) label.value = ''
  }
  return (
    <details class={prose.fold}>
      <summary>{messages.makeLink}</summary>
      <form
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
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
            {areas.map(({ id, name }) => (
              <option key={id} value={String(id)}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <TextField label={messages.label} value={label} maxLength={MAX_LABEL} />
        <p class={fields.problem} role="alert">
          {found === null ? '' : personalDataText(found, language)}
        </p>
        <p>
          <button type="submit" class={controls.button}>
            {messages.make}
          </button>
        </p>
      </form>
    </details>
  )
}
