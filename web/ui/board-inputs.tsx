import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import type { BoardDecision } from '../../server/reviews/contract.ts'
import styles from './board-inputs.module.css'
import fields from './fields.module.css'

/** Draft of a board's decision. */
export interface BoardDraft {
  readonly name: string
  readonly decidedOn: string
  readonly section: string
}

export const EMPTY_BOARD: BoardDraft = { name: '', decidedOn: '', section: '' }

export interface BoardWords {
  readonly board: string
  readonly decidedOn: string
  readonly section: string
}

interface BoardInputsProps {
  readonly board: BoardDraft
  readonly words: BoardWords
  readonly onChange: (board: BoardDraft) => void
}

/** Inputs for the board, the date and the paragraph of its minutes. */
export function BoardInputs({ board, words: messages, onChange }: BoardInputsProps) {
  const set = (part: Partial<BoardDraft>) => onChange({ ...board, ...part })
  return (
    <div class={styles.board}>
      <label class={fields.field}>
        <span class={fields.label}>{messages.board}</span>
        <input
          type="text"
          lang={CITY_LANGUAGE}
          required
          maxLength={200}
          value={board.name}
          onInput={({ currentTarget }) => set({ name: currentTarget.value })}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.decidedOn}</span>
        <input
          type="date"
          required
          value={board.decidedOn}
          onInput={({ currentTarget }) => set({ decidedOn: currentTarget.value })}
        />
      </label>
      <label class={fields.field}>
        <span class={fields.label}>{messages.section}</span>
        <input
          type="text"
          inputMode="numeric"
          pattern="[1-9][0-9]{0,3}"
          required
          value={board.section}
          onInput={({ currentTarget }) => set({ section: currentTarget.value })}
        />
      </label>
    </div>
  )
}

/** The decision to send. */
export function boardOf({ name, decidedOn, section }: BoardDraft): BoardDecision {
  return { name: name.trim(), decidedOn, section: Number(section) }
}
