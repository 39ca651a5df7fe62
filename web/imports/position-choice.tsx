import { useSignal } from '@preact/signals'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { ActionButton } from '../ui/action-button.tsx'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import styles from './imports-page.module.css'
import controls from '../ui/controls.module.css'

interface PositionChoiceProps {
  readonly desk: ImportDesk
  readonly columns: readonly string[]
}

const NONE = ''

/** The columns of the positions, chosen by a person where no guess found them; the rest is guessed again. */
export function PositionChoice({ desk, columns }: PositionChoiceProps) {
  const { imports: messages } = useImportMessages()
  const x = useSignal(NONE)
  const y = useSignal(NONE)
  const isChosen = x.value !== NONE && y.value !== NONE && x.value !== y.value
  const select = (label: string, column: typeof x) => (
    <ChoiceSelect
      label={label}
      value={column.value}
      choices={[NONE, ...columns]}
      words={(name) => (name === NONE ? messages.none : name)}
      onChange={(name) => (column.value = name)}
    />
  )
  return (
    <form
      class={styles.question}
      aria-label={messages.whichColumns}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChosen) desk.choosePositions({ x: x.peek(), y: y.peek() })
      }}
    >
      <p>{messages.whichColumns}</p>
      <div class={styles.fields}>
        {select(messages.fields.x, x)}
        {select(messages.fields.y, y)}
      </div>
      <p class={controls.row}>
        <ActionButton class={controls.button} idle={!isChosen}>
          {messages.readAgain}
        </ActionButton>
      </p>
    </form>
  )
}
