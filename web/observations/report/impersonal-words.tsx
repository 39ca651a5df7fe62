import type { Signal } from '@preact/signals'
import { findPersonalData } from '../../../server/platform/personal-data/find-personal-data.ts'
import { personalDataText } from '../../i18n/personal-data-text.ts'
import { useReportTexts } from './report-context.ts'
import fields from '../../ui/fields.module.css'
import styles from './report.module.css'

interface ImpersonalWordsProps {
  readonly id: string
  readonly label: string
  readonly text: Signal<string>
  readonly maxLength: number
}

/** A few words that name nobody: what does is told as one types. */
export function ImpersonalWords({ id, label, text, maxLength }: ImpersonalWordsProps) {
  const { messages, language } = useReportTexts()
  const found = findPersonalData(text.value)
  return (
    <div class={fields.field}>
      <label class={fields.label} for={id}>
        {label}
      </label>
      <textarea
        id={id}
        class={styles.text}
        rows={3}
        maxLength={maxLength}
        value={text.value}
        aria-describedby={`${id}-hint`}
        aria-invalid={found !== null}
        onInput={({ currentTarget }) => (text.value = currentTarget.value)}
      />
      <p class={styles.hint} id={`${id}-hint`}>
        {messages.textHint(maxLength - text.value.length)}
      </p>
      <p class={fields.problem} role="alert">
        {found === null ? '' : personalDataText(found, language)}
      </p>
    </div>
  )
}
