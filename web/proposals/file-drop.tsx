import { useSignal } from '@preact/signals'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { FileChoices } from './file-choices.tsx'
import { useProposal } from './proposal.ts'
import { useProposalMessages } from './messages.ts'
import styles from './file-drop.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** A file larger than this is no proposal. */
const MAX_FILE_BYTES = 16 * 1024 * 1024
const ENDINGS =
  '.geojson,.json,.gpkg,.zip,.kml,.kmz,.fgb,.gml,.dxf,.csv,application/geo+json,application/zip,application/geopackage+sqlite3'

/** An area from a file, chosen or dropped: the server reads it and stores nothing. */
export function FileDrop() {
  const { file } = useProposal()
  const { proposal: messages } = useProposalMessages()
  const tooLarge = useSignal(false)
  const over = useSignal(false)
  const { phase, value, failure } = file.state.value

  const take = (chosen: File | undefined) => {
    if (chosen === undefined) return
    tooLarge.value = chosen.size > MAX_FILE_BYTES
    if (tooLarge.peek()) file.clear()
    else void file.read(chosen)
  }
  return (
    <>
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
          take(event.dataTransfer?.files[0])
        }}
      >
        <label class={controls.quietButton}>
          {messages.upload}
          <input
            class="visually-hidden"
            type="file"
            accept={ENDINGS}
            aria-describedby="file-formats"
            onChange={({ currentTarget }) => {
              take(currentTarget.files?.[0])
              currentTarget.value = ''
            }}
          />
        </label>
        <span class={styles.words}>{messages.drop}</span>
        <p class={`${prose.hint} ${styles.formats}`} id="file-formats">
          {messages.formats}
        </p>
        {tooLarge.value && (
          <p class={fields.problem} role="alert">
            {messages.fileTooLarge}
          </p>
        )}
      </div>
      <div role="status" aria-live="polite">
        {phase === 'loading' && <p class={prose.waiting}>{messages.readingFile}</p>}
      </div>
      {failure !== null && (
        <FailureNote failure={failure} ownMessages={messages.fileRefused(failure.message)} />
      )}
      {value !== null && phase === 'ready' && <FileChoices value={value} />}
    </>
  )
}
