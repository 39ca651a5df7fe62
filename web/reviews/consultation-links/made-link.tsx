import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { useSite } from '../../app/site-context.ts'
import { linkMessages } from './messages.ts'
import own from './made-link.module.css'
import styles from '../consultation-form.module.css'
import reviewSection from '../review-section.module.css'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import prose from '../../ui/prose.module.css'

interface MadeLinkProps {
  readonly url: string
  readonly onDone: () => void
}

/** The address of a link, shown this once. */
export function MadeLink({ url, onDone }: MadeLinkProps) {
  const messages = linkMessages[useSite().language.value]
  const copied = useSignal(false)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const copy = async () => {
    input.current?.select()
    // Pages reached by plain HTTP have no clipboard: the address is selected for the keyboard.
    if (navigator.clipboard === undefined) return
    await navigator.clipboard.writeText(url).then(
      () => (copied.value = true),
      () => {},
    )
  }
  return (
    <div class={styles.form} data-part="consultation-link">
      <p>{messages.once}</p>
      <label class={`${fields.field} ${own.address}`}>
        <span class={fields.label}>{messages.url}</span>
        <input
          ref={input}
          type="text"
          readOnly
          value={url}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
      </label>
      <div class={reviewSection.saveRow}>
        <button type="button" class={controls.button} onClick={() => void copy()}>
          {messages.copy}
        </button>
        <button type="button" class={controls.quietButton} onClick={onDone}>
          {messages.done}
        </button>
        <p class={prose.hint} role="status">
          {copied.value && messages.copied}
        </p>
      </div>
    </div>
  )
}
