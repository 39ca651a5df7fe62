import { useObservationMessages } from './messages.ts'
import type { QueueFilter, ReportArea } from './observation-calls.ts'
import fields from '../ui/fields.module.css'

interface QueueFilterFormProps {
  readonly filter: QueueFilter
  readonly areas: readonly ReportArea[]
  readonly onChange: (filter: QueueFilter) => void
}

const STATES = ['open', 'closed'] as const

/** Which observations are shown: of one place or all, to work through or closed. */
export function QueueFilterForm({ filter, areas, onChange }: QueueFilterFormProps) {
  const { observations: messages } = useObservationMessages()
  return (
    <div class={fields.pair}>
      <label class={fields.field}>
        <span class={fields.label}>{messages.place}</span>
        <select
          value={String(filter.areaId ?? '')}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...filter, areaId: value === '' ? null : Number(value) })
          }
        >
          <option value="">{messages.everyPlace}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.show}</span>
        <select
          value={filter.state}
          onChange={({ currentTarget }) =>
            onChange({ ...filter, state: currentTarget.value as QueueFilter['state'] })
          }
        >
          {STATES.map((state) => (
            <option key={state} value={state}>
              {messages[state]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
