import { CITY_FAULTS, MAX_TEXT } from '../../../server/observations/observation-kinds.ts'
import { findPersonalData } from '../../../server/platform/personal-data/find-personal-data.ts'
import { CityFaultLink } from './city-fault-link.tsx'
import { ImpersonalWords } from './impersonal-words.tsx'
import { PositionPicker } from './position-picker.tsx'
import type { Draft } from './draft.ts'
import type { ReportPlaces } from './report-calls.ts'
import { useReportTexts } from './report-context.ts'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import styles from './report.module.css'

interface DetailsFormProps {
  readonly draft: Draft
  readonly places: ReportPlaces | null
  readonly onSend: () => void
}

/** Where and when, and a few words; all of it may be left as it is. */
export function DetailsForm({ draft, places, onSend }: DetailsFormProps) {
  const { messages, kinds } = useReportTexts()
  const kind = draft.kind.value!
  const send = (form: HTMLFormElement) => {
    if (findPersonalData(draft.text.peek()) === null) onSend()
    else form.querySelector('textarea')?.focus()
  }
  return (
    <form
      class={fields.form}
      onSubmit={(event) => {
        event.preventDefault()
        send(event.currentTarget)
      }}
    >
      <p class={styles.chosen}>
        <strong>{kinds[kind]}</strong>{' '}
        <button type="button" class={controls.linkButton} onClick={() => (draft.kind.value = null)}>
          {messages.change}
        </button>
      </p>
      <button type="submit" class={`${controls.mainButton} ${styles.send}`}>
        {messages.send}
      </button>
      <PositionPicker ground={places?.ground ?? null} position={draft.position} />
      <label class={fields.field}>
        <span class={fields.label}>{messages.when}</span>
        <select
          value={String(draft.minutesAgo.value)}
          onChange={({ currentTarget }) => (draft.minutesAgo.value = Number(currentTarget.value))}
        >
          {messages.whens.map(([minutes, name]) => (
            <option key={minutes} value={String(minutes)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <ImpersonalWords id="report-text" label={messages.text} text={draft.text} maxLength={MAX_TEXT} />
      {CITY_FAULTS.includes(kind) && (
        <CityFaultLink url={places?.cityReportUrl ?? null} position={draft.position.value} />
      )}
      <button type="submit" class={controls.mainButton}>
        {messages.send}
      </button>
    </form>
  )
}
