import { useEffect } from 'preact/hooks'
import type { FailureCode, RequestFailed } from '../api/problem.ts'
import { failureText, type OwnFailureMessages } from './failure-text.ts'
import { useTexts } from '../site-context.ts'
import { useSecondsLeft } from '../../ui/seconds-left.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

/** Temporary failures, with the seconds before a retry unless the server gives them. */
const PASSING: Readonly<Partial<Record<FailureCode, number>>> = {
  offline: 5,
  busy: 3,
  'rate-limited': 30,
  'database-unavailable': 5,
}

/** Failures that a retry does not change. */
const LASTING: readonly FailureCode[] = [
  'forbidden',
  'second-person',
  'not-found',
  'too-large',
  'invalid-geometry',
  'invalid-parameter',
  'invalid-body',
  'unprocessable',
]

interface FailureNoteProps {
  readonly failure: RequestFailed
  /** Retries: on a press, and automatically for temporary failures. */
  readonly onRetry?: () => void
  readonly ownMessages?: OwnFailureMessages
}

/** A failure message with a button to retry. */
export function FailureNote({ failure, onRetry, ownMessages }: FailureNoteProps) {
  const texts = useTexts()
  const passing = PASSING[failure.code]
  const wait = onRetry === undefined || passing === undefined ? null : (failure.retryAfterSeconds ?? passing)
  const left = useSecondsLeft(wait, failure, onRetry)
  useEffect(() => {
    if (wait === null || onRetry === undefined) return undefined
    window.addEventListener('online', onRetry)
    return () => window.removeEventListener('online', onRetry)
  }, [failure])
  return (
    <div class={prose.failure} data-part="failure">
      <div role="alert">
        <p class={prose.noteTitle}>{texts.errors.title}</p>
        {failureText(failure, texts, wait === null, ownMessages).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {wait !== null && left.value > 0 && <p>{texts.errors.again(texts.formats.count(left.value))}</p>}
      {onRetry !== undefined && !LASTING.includes(failure.code) && (
        <button type="button" class={controls.quietButton} onClick={onRetry}>
          {texts.app.retry}
        </button>
      )}
    </div>
  )
}
