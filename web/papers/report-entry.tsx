import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import { CityText } from '../ui/city-text.tsx'
import { usePaperMessages } from './messages.ts'
import type { DraftEntry } from './report-draft.ts'
import fields from '../ui/fields.module.css'
import styles from './papers-page.module.css'

interface ReportEntryProps {
  readonly title: string
  readonly entry: DraftEntry
  readonly onChange: (entry: DraftEntry) => void
}

type Status = NonNullable<DraftEntry['status']>
const STATUSES: readonly Status[] = ['on-track', 'delayed', 'done', 'cancelled']

/** How one goal or activity stands, and a sentence about it. */
export function ReportEntry({ title, entry, onChange }: ReportEntryProps) {
  const { papers: messages } = usePaperMessages()
  return (
    <fieldset class={styles.entry}>
      <legend>
        <CityText>{title}</CityText>
      </legend>
      <label class={fields.field}>
        <span class={fields.label}>{messages.status}</span>
        <select
          required
          value={entry.status ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...entry, status: STATUSES.find((status) => status === value) ?? null })
          }
        >
          <option value="">{messages.choose}</option>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {messages.statuses[status]}
            </option>
          ))}
        </select>
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.sentence}</span>
        <input
          type="text"
          lang={CITY_LANGUAGE}
          maxLength={300}
          autocomplete="off"
          value={entry.sentence}
          onInput={({ currentTarget }) => onChange({ ...entry, sentence: currentTarget.value })}
        />
      </label>
    </fieldset>
  )
}
