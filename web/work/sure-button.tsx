import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { WorkFailure } from './work-failure.tsx'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface SureButtonProps {
  readonly label: string
  /** What it is called where the label alone does not say which. */
  readonly name?: string
  /** What it means to press, beside the button. */
  readonly note?: string
  /** As a link, where the step is a small one. */
  readonly isQuiet?: boolean
  readonly onSure: () => Promise<unknown>
}

/** A button for one step, with what it means beside it, and why it failed below it. */
export function SureButton({ label, name, note, isQuiet = false, onSure }: SureButtonProps) {
  const busy = useSignal(false)
  const failed = useSignal<RequestFailed | null>(null)
  const press = async () => {
    busy.value = true
    failed.value = null
    try {
      await onSure()
    } catch (error) {
      failed.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <>
      <p class={controls.row}>
        <ActionButton
          type="button"
          {...(name !== undefined && { 'aria-label': name })}
          class={isQuiet ? controls.linkButton : controls.quietButton}
          idle={busy.value}
          onClick={() => void press()}
        >
          {label}
        </ActionButton>
        {note !== undefined && <span class={prose.hint}>{note}</span>}
      </p>
      {failed.value !== null && <WorkFailure failure={failed.value} />}
    </>
  )
}
