import { useSignal } from '@preact/signals'
import { CityText } from '../ui/city-text.tsx'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import styles from './imports-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** A file, chosen or dropped. */
export function FilePicker({ desk }: { readonly desk: ImportDesk }) {
  const { imports: messages } = useImportMessages()
  const over = useSignal(false)
  const file = desk.file.value
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
        const [dropped] = event.dataTransfer?.files ?? []
        if (dropped !== undefined) desk.take(dropped)
      }}
    >
      {file !== null && (
        <strong>
          <CityText>{file.name}</CityText>
        </strong>
      )}
      <label class={file === null ? controls.button : controls.quietButton}>
        {file === null ? messages.choose : messages.otherFile}
        <input
          class="visually-hidden"
          type="file"
          aria-describedby="import-formats"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? []
            if (chosen !== undefined) desk.take(chosen)
            currentTarget.value = ''
          }}
        />
      </label>
      <p class={prose.hint} id="import-formats">
        {messages.formats}
      </p>
    </div>
  )
}
