import { useMapState } from '../map/map-state.ts'
import { useProposal } from './proposal.ts'
import { useProposalMessages } from './messages.ts'
import styles from './area-tools.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** Drawing on the map, and taking changes back. */
export function AreaTools() {
  const proposal = useProposal()
  const { phase } = useMapState()
  const { draft, drawing, tool } = proposal
  const { proposal: messages } = useProposalMessages()
  const area = draft.area.value
  const undo = () => {
    if (!drawing.peek()) draft.undo()
    else tool.peek()?.undoCorner()
  }
  return (
    <div class={styles.tools}>
      {drawing.value ? (
        <>
          <p class={prose.hint}>{messages.drawing}</p>
          <button type="button" class={controls.button} onClick={() => tool.peek()?.cancel()}>
            {messages.cancel}
          </button>
        </>
      ) : (
        phase.value === 'ready' &&
        area === null && (
          <button type="button" class={controls.mainButton} onClick={() => tool.peek()?.start()}>
            <svg viewBox="0 0 20 20" aria-hidden="true">
              <path d="M4 14l2-9 8 1 2 8-6 2z" />
            </svg>
            {messages.draw}
          </button>
        )
      )}
      {area !== null && !drawing.value && <p class={prose.hint}>{messages.editHint}</p>}
      <div class={controls.toolRow}>
        {(drawing.value || draft.canUndo.value) && (
          <button type="button" class={controls.quietButton} onClick={undo}>
            {messages.undo}
          </button>
        )}
        {draft.canRedo.value && !drawing.value && (
          <button type="button" class={controls.quietButton} onClick={() => draft.redo()}>
            {messages.redo}
          </button>
        )}
        {area !== null && !drawing.value && (
          <button type="button" class={controls.quietButton} onClick={() => proposal.discard()}>
            {messages.remove}
          </button>
        )}
      </div>
    </div>
  )
}
