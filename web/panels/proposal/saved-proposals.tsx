import { useEffect } from 'preact/hooks'
import { FailureNote } from '../../shell/failure-note.tsx'
import { useWorkspace } from '../../state/workspace-context.ts'

/** The proposals that are kept already, each one press from being checked. */
export function SavedProposals() {
  const { proposal, texts } = useWorkspace()
  const { proposal: words } = texts.value
  const { value, failure } = proposal.saved.state.value

  useEffect(() => void proposal.loadSaved(), [])
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void proposal.loadSaved()} />
  if (value === null || value.length === 0) return null
  return (
    <section class="block">
      <h2 class="block-title">{words.savedTitle}</h2>
      <ul class="saved">
        {value.map((saved) => (
          <li key={saved.id}>
            <button
              type="button"
              class="saved-choice"
              onClick={() => {
                proposal.tool.peek()?.show(saved.geometry)
                void proposal.take(saved)
              }}
            >
              <span>{saved.properties.title}</span>
              {saved.properties.caseNumber !== null && <small>{saved.properties.caseNumber}</small>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
