import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import type { OwnFailureMessages } from '../../app/shell/failure-text.ts'
import { ActionButton } from '../../ui/action-button.tsx'
import { useDeskMessages } from './messages.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

interface LongStepProps {
  readonly label: string
  /** What it means to press. */
  readonly note?: string
  readonly isStrong?: boolean
  /** What is said while it is done, with the seconds so far; absent for what takes no time. */
  readonly working?: (seconds: string) => string
  readonly failures?: OwnFailureMessages
  readonly onPress: () => Promise<unknown>
}

/** A button for one step of a release: what it means, how long it has worked, and why it failed. */
export function LongStep({ label, note, isStrong = false, working, failures = {}, onPress }: LongStepProps) {
  const failed = useSignal<RequestFailed | null>(null)
  const busy = useSignal(false)
  const press = async () => {
    busy.value = true
    failed.value = null
    try {
      await onPress()
    } catch (error) {
      failed.value = asFailure(error)
    }
    busy.value = false
  }
  return (
    <div>
      <p class={controls.row}>
        <ActionButton
          type="button"
          class={isStrong ? controls.strongButton : controls.quietButton}
          idle={busy.value}
          onClick={() => void press()}
        >
          {label}
        </ActionButton>
        {note !== undefined && <span class={prose.hint}>{note}</span>}
      </p>
      <div role="status">{busy.value && working !== undefined && <Elapsed text={working} />}</div>
      {failed.value !== null && <StepFailure failure={failed.value} failures={failures} />}
    </div>
  )
}

/** Why a step failed, in the page's words, and as the server words it. */
function StepFailure({
  failure,
  failures,
}: {
  readonly failure: RequestFailed
  readonly failures: OwnFailureMessages
}) {
  const { desk } = useDeskMessages()
  return (
    <>
      <FailureNote failure={failure} ownMessages={failures} />
      {failures[failure.code] !== undefined && (
        <p class={prose.hint}>
          {desk.reason} <span lang="en">{failure.message}</span>
        </p>
      )}
    </>
  )
}

const SECOND_MS = 1000
/** Screen readers are not interrupted every second. */
const STEP_SECONDS = 5

function Elapsed({ text }: { readonly text: (seconds: string) => string }) {
  const { formats } = useDeskMessages()
  const seconds = useSignal(0)
  useEffect(() => {
    const timer = setInterval(() => (seconds.value = seconds.peek() + STEP_SECONDS), STEP_SECONDS * SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return <p class={prose.waiting}>{text(formats.count(seconds.value))}</p>
}
