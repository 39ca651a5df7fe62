import type { RequestFailed } from '../api/problem.ts'
import { failureWords } from '../i18n/failure-words.ts'
import { useTexts } from '../state/site-context.ts'

/** A failure in the person's words, with a way on. */
export function FailureNote(props: { readonly failure: RequestFailed; readonly onRetry?: () => void }) {
  const texts = useTexts()
  return (
    <div class="note note-failure" role="alert">
      <p class="note-title">{texts.errors.title}</p>
      {failureWords(props.failure, texts).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {props.onRetry !== undefined && (
        <button type="button" class="button button-quiet" onClick={props.onRetry}>
          {texts.app.retry}
        </button>
      )}
    </div>
  )
}
