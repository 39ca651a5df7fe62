import type { ComponentChildren } from 'preact'
import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { useKeptText } from '../ui/kept-text.ts'
import { type FormField, FormFields, withDefaults } from './form-fields.tsx'
import type { FormValues } from './merge-edits.ts'
import { useWorkMessages } from './messages.ts'
import { WorkFailure } from './work-failure.tsx'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface ItemFormProps {
  /** What is added, by which what is typed is kept. */
  readonly name: string
  readonly summary: string
  readonly save?: string
  readonly fields: readonly FormField[]
  readonly onSave: (values: FormValues) => Promise<unknown>
  /** What the form begins with, for who would type the same every time. */
  readonly begin?: FormValues
  readonly onOpen?: () => void
  /** What can be told of the values as they are typed. */
  readonly note?: (values: FormValues) => ComponentChildren
  /** What else changes as one types: the text that a choice begins from. */
  readonly following?: (values: FormValues, before: FormValues) => FormValues
}

/** A form that is folded away until something is to be added; what is typed is kept until it is stored. */
export function ItemForm({
  name,
  summary,
  save,
  fields: list,
  onSave,
  begin = {},
  onOpen,
  note,
  following = (values) => values,
}: ItemFormProps) {
  const { work: messages } = useWorkMessages()
  const kept = useKeptText(name)
  const failed = useSignal<RequestFailed | null>(null)
  const busy = useSignal(false)
  const isOpen = useSignal(false)
  const values: FormValues = kept.value === '' ? begin : (JSON.parse(kept.value) as FormValues)
  const set = (field: string, value: string) =>
    (kept.value = JSON.stringify(following({ ...values, [field]: value }, values)))
  const send = async () => {
    failed.value = null
    busy.value = true
    try {
      await onSave(withDefaults(list, values))
      kept.value = ''
    } catch (error) {
      failed.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <details
      class={prose.fold}
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open
        if (currentTarget.open) onOpen?.()
      }}
    >
      <summary>{summary}</summary>
      {isOpen.value && (
        <form
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <FormFields list={list} values={values} onInput={set} />
          {note?.(withDefaults(list, values))}
          {failed.value !== null && <WorkFailure failure={failed.value} />}
          <ActionButton class={controls.button} idle={busy.value}>
            {save ?? messages.save}
          </ActionButton>
        </form>
      )}
    </details>
  )
}
