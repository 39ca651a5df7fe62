import { useSignal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import type { OwnFailureMessages } from '../app/shell/failure-text.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useAdminMessages } from './admin-messages.ts'
import { ActionButton } from '../ui/action-button.tsx'
import controls from '../ui/controls.module.css'
import dialogs from '../ui/dialogs.module.css'
import fields from '../ui/fields.module.css'

interface FormDialogProps {
  readonly title: string
  /** Label of the submit button. */
  readonly action: string
  /** Submits; the dialog closes on success and shows a refusal. */
  readonly onSubmit: () => Promise<void>
  /** Own messages for refusals. */
  readonly refused?: OwnFailureMessages
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A modal form, open while rendered. */
export function FormDialog({ title, action, onSubmit, refused = {}, onClose, children }: FormDialogProps) {
  const { words: messages } = useAdminMessages()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const busy = useSignal(false)
  const failure = useSignal<RequestFailed | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async () => {
    busy.value = true
    failure.value = null
    try {
      await onSubmit()
      dialog.current?.close()
    } catch (error) {
      failure.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <dialog ref={dialog} class={dialogs.dialog} aria-labelledby={`${id}-title`} onClose={onClose}>
      <h2 id={`${id}-title`}>{title}</h2>
      <form
        id={`${id}-form`}
        class={fields.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy.peek()) void submit()
        }}
      >
        {failure.value !== null && <FailureNote failure={failure.value} ownMessages={refused} />}
        {children}
      </form>
      <div class={dialogs.actions}>
        <ActionButton form={`${id}-form`} class={controls.button} idle={busy.value}>
          {action}
        </ActionButton>
        <button type="button" class={controls.quietButton} onClick={() => dialog.current?.close()}>
          {messages.cancel}
        </button>
      </div>
    </dialog>
  )
}
