import type { ComponentChildren } from 'preact'
import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { hasKeptText, useKeptText } from '../ui/kept-text.ts'
import { ConflictChoice } from './conflict-choice.tsx'
import { type FormField, FormFields, withDefaults } from './form-fields.tsx'
import { type Edit, type FormValues, mergeEdits } from './merge-edits.ts'
import { useWorkMessages } from './messages.ts'
import { WorkFailure } from './work-failure.tsx'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** Whether somebody has begun to change an item here, and has not stored it. @param name as of `ItemEdit` */
export function isBeingEdited(name: string): boolean {
  return hasKeptText(keptName(name))
}

const keptName = (name: string) => `change of ${name}`

interface ItemEditProps {
  /** What is changed, by which what is typed is kept: `measure 12`. */
  readonly name: string
  readonly item: { readonly revision: number; readonly changed: { readonly name: string | null } }
  readonly summary?: string
  readonly fields: readonly FormField[]
  /** The item's own values. */
  readonly values: FormValues
  /** Stores the values as a change of a revision. */
  readonly onSave: (values: FormValues, revision: number) => Promise<unknown>
  /** Reads the item again, after somebody else has changed it. */
  readonly onReload: () => Promise<unknown>
  readonly note?: (values: FormValues) => ComponentChildren
}

/**
 * A form that changes an item. What is typed is kept with the state that it began from: when somebody else has changed
 * the item meanwhile, both texts stand side by side and one chooses.
 */
export function ItemEdit(props: ItemEditProps) {
  const { item, fields: list, values: stored, onSave, onReload, note } = props
  const { work: messages } = useWorkMessages()
  const kept = useKeptText(keptName(props.name))
  const failed = useSignal<RequestFailed | null>(null)
  const busy = useSignal(false)
  const isOpen = useSignal(false)
  const started: Edit =
    kept.value === ''
      ? { revision: item.revision, base: stored, values: stored }
      : (JSON.parse(kept.value) as Edit)
  const { edit, conflicts } =
    started.revision === item.revision
      ? { edit: started, conflicts: [] }
      : mergeEdits(started, item.revision, stored)
  const keep = (next: Edit) => (kept.value = JSON.stringify(next))
  // Before one has chosen, the edit stays the one that began from the earlier state.
  const set = (field: string, value: string) => {
    const from = conflicts.length > 0 ? started : edit
    keep({ ...from, values: { ...from.values, [field]: value } })
  }
  const send = async () => {
    failed.value = null
    busy.value = true
    try {
      await onSave(withDefaults(list, edit.values), edit.revision)
      kept.value = ''
      isOpen.value = false
    } catch (error) {
      failed.value = asFailure(error)
      if (failed.value.code === 'precondition-failed') {
        await onReload()
        failed.value = null
      }
    }
    busy.value = false
  }
  return (
    <details
      class={prose.fold}
      open={isOpen.value || conflicts.length > 0}
      onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}
    >
      <summary>{props.summary ?? messages.change}</summary>
      {(isOpen.value || conflicts.length > 0) && (
        <form
          class={fields.form}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          {conflicts.length > 0 ? (
            <ConflictChoice
              who={item.changed.name}
              fields={list.filter(({ name }) => conflicts.includes(name))}
              mine={edit.values}
              theirs={stored}
              onChoose={(chosen) => keep({ ...edit, values: { ...edit.values, ...chosen } })}
            />
          ) : (
            <>
              <FormFields list={list} values={edit.values} onInput={set} />
              {note?.(withDefaults(list, edit.values))}
              {failed.value !== null && <WorkFailure failure={failed.value} />}
              <div class={controls.row}>
                <ActionButton class={controls.button} idle={busy.value}>
                  {messages.save}
                </ActionButton>
                {kept.value !== '' && (
                  <button type="button" class={controls.quietButton} onClick={() => (kept.value = '')}>
                    {messages.undo}
                  </button>
                )}
              </div>
            </>
          )}
        </form>
      )}
    </details>
  )
}
