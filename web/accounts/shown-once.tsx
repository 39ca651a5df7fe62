import { useSignal } from '@preact/signals'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useTexts } from '../app/site-context.ts'
import { useAdminMessages } from './admin-messages.ts'
import styles from './shown-once.module.css'
import controls from '../ui/controls.module.css'
import dialogs from '../ui/dialogs.module.css'
import fields from '../ui/fields.module.css'

interface ShownOnceProps {
  readonly title: string
  readonly lead: string
  readonly label: string
  readonly secret: string
  readonly onClose: () => void
}

/** A link or key that the server gives once; removed when the dialog closes. */
export function ShownOnce({ title, lead, label, secret, onClose }: ShownOnceProps) {
  const { words: messages } = useAdminMessages()
  const { app } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const copied = useSignal(false)
  useEffect(() => {
    dialog.current?.showModal()
    field.current?.select()
  }, [])
  const copy = async () => {
    field.current?.select()
    // Without HTTPS there is no clipboard API; the selected text can be copied manually.
    await navigator.clipboard?.writeText(secret)
    copied.value = navigator.clipboard !== undefined
  }
  return (
    <dialog ref={dialog} class={dialogs.dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <label class={`${fields.field} ${styles.secret}`}>
        <span class={fields.label}>{label}</span>
        <input ref={field} type="text" readOnly value={secret} />
      </label>
      <div class={dialogs.actions}>
        <button type="button" class={controls.button} onClick={() => void copy().catch(() => {})}>
          {messages.copy}
        </button>
        <button type="button" class={controls.quietButton} onClick={() => dialog.current?.close()}>
          {app.close}
        </button>
        <span role="status">{copied.value ? messages.copied : ''}</span>
      </div>
    </dialog>
  )
}
