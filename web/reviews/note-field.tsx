import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface NoteFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string
  /** The text's error, if it is reported. */
  readonly problem?: string | null
  readonly maxLength?: number
  readonly rows?: number
  readonly required?: boolean
  readonly disabled?: boolean
  readonly onInput: (text: string) => void
}

/** A labelled multi-line text in the city's language, with a hint below. */
export function NoteField(props: NoteFieldProps) {
  const {
    id,
    label,
    value,
    hint,
    problem = null,
    maxLength = 2000,
    rows = 3,
    required = false,
    disabled = false,
  } = props
  return (
    <div class={fields.field}>
      <label class={fields.label} for={id}>
        {label}
      </label>
      <textarea
        id={id}
        lang={CITY_LANGUAGE}
        rows={rows}
        maxLength={maxLength}
        required={required}
        disabled={disabled}
        value={value}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem ${id}-hint`}
        onInput={({ currentTarget }) => props.onInput(currentTarget.value)}
      />
      {problem !== null && (
        <p class={fields.problem} id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <p class={prose.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
