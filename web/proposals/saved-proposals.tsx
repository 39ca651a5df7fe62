import { useEffect, useRef } from 'preact/hooks'
import type { SavedProposal } from '../app/api/responses.ts'
import { CityText } from '../ui/city-text.tsx'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { createResource, type Resource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import { useProposal } from './proposal.ts'
import { createReviewCalls, type ReviewSummary } from '../reviews/review-calls.ts'
import { ProposalReviews } from './proposal-reviews.tsx'
import { useProposalMessages } from './messages.ts'
import styles from './saved-proposals.module.css'
import blocks from '../ui/blocks.module.css'

/** The proposals that are kept already, each one press from being checked, with their reviews. */
export function SavedProposals() {
  const proposal = useProposal()
  const { http } = useSite()
  const { proposal: messages } = useProposalMessages()
  const { value, failure } = proposal.saved.state.value
  const held = useRef<Resource<readonly ReviewSummary[]> | null>(null)
  held.current ??= createResource<readonly ReviewSummary[]>()
  const reviews = held.current

  useEffect(() => {
    void proposal.loadSaved()
    void reviews.load((abort) => createReviewCalls(http).latest(abort))
  }, [])
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void proposal.loadSaved()} />
  if (value === null || value.length === 0) return null
  const opened = reviews.state.value.value ?? []
  return (
    <section class={blocks.block}>
      <h2 class={blocks.title}>{messages.savedTitle}</h2>
      <ul class={styles.saved}>
        {value.map((saved) => (
          <li key={saved.id}>
            <SavedChoice saved={saved} />
            <ProposalReviews
              title={saved.properties.title}
              reviews={opened.filter(({ proposalId }) => proposalId === saved.id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SavedChoice({ saved }: { readonly saved: SavedProposal }) {
  const proposal = useProposal()
  return (
    <button type="button" class={styles.choice} data-part="saved-choice" onClick={() => proposal.take(saved)}>
      <CityText>{saved.properties.title}</CityText>
      {saved.properties.caseNumber !== null && <small>{saved.properties.caseNumber}</small>}
    </button>
  )
}
