import { useId } from 'preact/hooks'
import { ImpersonalInput } from '../app/shell/impersonal-input.tsx'
import type { FormValues } from './merge-edits.ts'
import styles from './work.module.css'
import fields from '../ui/fields.module.css'

/** One field of a form: a line, a text of several lines, a number, a day, a choice, several of a list, or a box to tick. */
export interface FormField {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'lines' | 'number' | 'date' | 'choice' | 'many' | 'check'
  readonly required?: boolean
  readonly maxLength?: number
  /** Of a text of several lines, how many are seen at once; default 3. */
  readonly rows?: number
  readonly choices?: readonly (readonly [value: string, text: string])[]
  /** Texts that are offered while one types; any other may be typed. */
  readonly suggestions?: readonly string[]
  /** Asked only while the values say so, such as a reason where something ends. */
  readonly when?: (values: FormValues) => boolean
}

interface FormFieldsProps {
  readonly list: readonly FormField[]
  readonly values: FormValues
  readonly onInput: (field: string, value: string) => void
}

/** The fields of a form that are asked with these values. */
export function FormFields({ list, values, onInput }: FormFieldsProps) {
  return (
    <>
      {askedOf(list, values).map((field) => (
        <Input key={field.name} field={field} value={values[field.name] ?? ''} onInput={onInput} />
      ))}
    </>
  )
}

function askedOf(list: readonly FormField[], values: FormValues): readonly FormField[] {
  return list.filter(({ when = () => true }) => when(values))
}

interface InputProps {
  readonly field: FormField
  readonly value: string
  readonly onInput: (field: string, value: string) => void
}

function Input({ field, value, onInput }: InputProps) {
  const { name, label, kind, required = false, maxLength = 200, rows = 3, choices = [], suggestions } = field
  if (kind === 'check')
    return (
      <label class={fields.check}>
        <input
          type="checkbox"
          checked={value === 'yes'}
          onChange={({ currentTarget }) => onInput(name, currentTarget.checked ? 'yes' : '')}
        />
        {label}
      </label>
    )
  if (kind === 'many') return <ManyInput field={field} value={value} onInput={onInput} />
  return (
    <label class={fields.field}>
      <span class={fields.label}>{label}</span>
      {kind === 'choice' ? (
        <select
          required={required}
          value={value === '' ? choices[0]?.[0] : value}
          onChange={({ currentTarget }) => onInput(name, currentTarget.value)}
        >
          {choices.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <TypedInput
          {...{ kind, required, maxLength, rows, value, suggestions }}
          onInput={(text) => onInput(name, text)}
        />
      )}
    </label>
  )
}

/** Several of a list: its value is their ids with commas. */
function ManyInput({ field: { name, label, choices = [] }, value, onInput }: InputProps) {
  const chosen = value === '' ? [] : value.split(',')
  const toggle = (id: string) =>
    onInput(name, (chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]).join(','))
  return (
    <fieldset class={fields.plain}>
      <legend class={fields.label}>{label}</legend>
      {choices.map(([id, text]) => (
        <label key={id} class={fields.check}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          {text}
        </label>
      ))}
    </fieldset>
  )
}

interface TypedInputProps {
  readonly kind: 'text' | 'lines' | 'number' | 'date'
  readonly required: boolean
  readonly maxLength: number
  readonly rows: number
  readonly value: string
  readonly suggestions: readonly string[] | undefined
  readonly onInput: (text: string) => void
}

function TypedInput({ kind, required, maxLength, rows, value, suggestions, onInput }: TypedInputProps) {
  const listId = useId()
  const shared = {
    required,
    value,
    onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      onInput(currentTarget.value),
  }
  if (kind === 'number') return <input type="number" step="any" {...shared} />
  if (kind === 'date') return <input type="date" {...shared} />
  return (
    <>
      <ImpersonalInput
        {...{ required, maxLength, value }}
        {...(kind === 'lines' && { rows, class: styles.lines })}
        {...(suggestions !== undefined && { list: listId })}
        onText={onInput}
      />
      {suggestions !== undefined && (
        <datalist id={listId}>
          {suggestions.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}

/** The first of its choices for a choice that nobody made. */
export function withDefaults(list: readonly FormField[], values: FormValues): FormValues {
  const chosen = list.flatMap(({ name, kind, choices }) =>
    choices === undefined || kind === 'many' || (values[name] ?? '') !== ''
      ? []
      : [[name, choices[0]?.[0] ?? ''] as const],
  )
  return { ...values, ...Object.fromEntries(chosen) }
}

/** A text, or null where nothing was typed. */
export function textOf(values: FormValues, name: string): string | null {
  const text = (values[name] ?? '').trim()
  return text === '' ? null : text
}

/** The ids that were chosen of a list. */
export function manyOf(values: FormValues, name: string): readonly number[] {
  return (values[name] ?? '')
    .split(',')
    .filter((id) => id !== '')
    .map(Number)
}

/** A number, or null where nothing was typed. */
export function numberOf(values: FormValues, name: string): number | null {
  const text = textOf(values, name)
  return text === null ? null : Number(text)
}

/** The fields of an item as a form has them: nothing is the empty text, a tick is `yes`. */
export function valuesOf(item: Readonly<Record<string, unknown>>, names: readonly string[]): FormValues {
  const asText = (value: unknown) => {
    if (value === null || value === undefined || value === false) return ''
    if (value === true) return 'yes'
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  return Object.fromEntries(names.map((name) => [name, asText(item[name])]))
}
