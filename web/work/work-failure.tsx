import type { RequestFailed } from '../app/api/problem.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useWorkMessages } from './messages.ts'
import prose from '../ui/prose.module.css'

/** Why something was not stored: in a sentence of its own with the way out, where the refusal is a known one. */
export function WorkFailure({ failure }: { readonly failure: RequestFailed }) {
  const { work: messages } = useWorkMessages()
  const [problem] = failure.problems
  const known = messages.refusals[`${failure.code === 'conflict' ? '' : `${failure.code} `}${problem?.field}`]
  if (known === undefined) return <FailureNote failure={failure} />
  return (
    <div class={prose.failure} data-part="failure" role="alert">
      <p class={prose.noteTitle}>{messages.notSaved}</p>
      <p>{known}</p>
    </div>
  )
}
