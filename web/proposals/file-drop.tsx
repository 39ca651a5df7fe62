import { useSignal } from '@preact/signals'
import { MAX_FILE_BYTES, readArea } from './read-area.ts'
import { useProposal } from './proposal.ts'
import { useProposalMessages } from './messages.ts'
import styles from './file-drop.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'

/** An area from a GeoJSON file, chosen or dropped. The file stays in the browser until it is checked. */
export function FileDrop() {
  const proposal = useProposal()
  const { proposal: messages } = useProposalMessages()
  const problem = useSignal<string | null>(null)
  const over = useSignal(false)

  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const area = file.size > MAX_FILE_BYTES ? null : readArea(await file.text())
    if (area === null) {
      problem.value = file.size > MAX_FILE_BYTES ? messages.fileTooLarge : messages.fileInvalid
      return
    }
    problem.value = null
    proposal.draft.set(area)
    proposal.tool.peek()?.show(area)
  }
  return (
    <div
      class={styles.drop}
      data-over={over.value}
      onDragOver={(event) => {
        event.preventDefault()
        over.value = true
      }}
      onDragLeave={() => (over.value = false)}
      onDrop={(event) => {
        event.preventDefault()
        over.value = false
        void take(event.dataTransfer?.files[0])
      }}
    >
      <label class={controls.quietButton}>
        {messages.upload}
        <input
          class="visually-hidden"
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={({ currentTarget }) => {
            void take(currentTarget.files?.[0])
            currentTarget.value = ''
          }}
        />
      </label>
      <span class={styles.words}>{messages.drop}</span>
      {problem.value !== null && (
        <p class={fields.problem} role="alert">
          {problem.value}
        </p>
      )}
    </div>
  )
}
