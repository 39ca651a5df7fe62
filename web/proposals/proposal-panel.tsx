import { FailureNote } from '../app/shell/failure-note.tsx'
import { useProposal } from './proposal.ts'
import { EvidenceView } from '../checks/evidence-view.tsx'
import { Alternatives } from './alternatives.tsx'
import { AreaTools } from './area-tools.tsx'
import { CoordinateTable } from './coordinate-table.tsx'
import { FileDrop } from './file-drop.tsx'
import { SavedProposals } from './saved-proposals.tsx'
import { SaveForm } from './save-form.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import { NeedsNear } from '../needs/needs-near.tsx'
import { useProposalMessages } from './messages.ts'
import styles from './proposal-panel.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** A proposal from its area to its review: draw, type or upload; read what the check found; save. */
export function ProposalPanel() {
  const proposal = useProposal()
  const { draft, check, changed, drawing } = proposal
  const { proposal: messages } = useProposalMessages()
  const { phase, value, failure } = check.state.value
  const area = draft.area.value
  const isStale = changed.value
  return (
    <>
      <section class={blocks.block}>
        <h2 class={styles.title} data-part="panel-title">
          {messages.title}
        </h2>
        <p class="lead">{messages.lead}</p>
        <AreaTools />
        {area === null && !drawing.value && <FileDrop />}
        {!drawing.value && <CoordinateTable />}
        {area !== null && !drawing.value && (
          <ActionButton
            type="button"
            class={`${controls.quietButton} ${styles.check}`}
            idle={phase === 'loading'}
            onClick={() => void proposal.runCheck()}
          >
            {value === null ? messages.check : messages.checkAgain}
          </ActionButton>
        )}
      </section>
      {area === null && !drawing.value && <SavedProposals />}
      <div role="status" aria-live="polite">
        {phase === 'loading' && value === null && <p class={prose.waiting}>{messages.checking}</p>}
        {value !== null && isStale && <p class={prose.note}>{messages.stale}</p>}
      </div>
      {failure !== null && (
        <FailureNote
          failure={failure}
          ownMessages={messages.refused}
          onRetry={() => void proposal.runCheck()}
        />
      )}
      {area !== null && !drawing.value && (
        <NeedsNear area={area} proposalId={proposal.kept.value?.id ?? null} />
      )}
      {value !== null && area !== null && (
        <div class={isStale ? styles.stale : undefined} aria-busy={isStale} data-part="check-result">
          <EvidenceView
            result={value.found}
            exact={value.found.exact}
            cutAt={value.found.cutAt}
            spotlight={proposal.spotlight}
          />
          {!changed.value && <Alternatives />}
          {!changed.value && <SaveForm />}
        </div>
      )}
    </>
  )
}
