import type { Signal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import type { BoardDecision } from '../../server/reviews/contract.ts'
import { useReviewWords } from './review-context.ts'
import styles from './decision-form.module.css'
import fields from '../ui/fields.module.css'

/** The minutes of a board while they are written. */
export interface BoardDraft {
  readonly name: string
  readonly decidedOn: string
  readonly section: string
}

/** Whether a board decided, and where that is written. Null = none did. */
export function BoardFields({ draft }: { readonly draft: Signal<BoardDraft | null> }) {
  const { decision: words } = useReviewWords()
  const board = draft.value
  const set = (part: Partial<BoardDraft>) => (draft.value = { ...draft.peek()!, ...part })
  return (
    <>
      <label class={fields.denseCheck}>
        <input
          type="checkbox"
          checked={board !== null}
          onChange={({ currentTarget }) =>
            (draft.value = currentTarget.checked ? { name: '', decidedOn: '', section: '' } : null)
          }
        />
        {words.byBoard}
      </label>
      {board !== null && (
        <div class={styles.board}>
          <label class={fields.field}>
            <span class={fields.label}>{words.board}</span>
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
            <span class={fields.label}>{words.decidedOn}</span>
            <input
              type="date"
              required
              value={board.decidedOn}
              onInput={({ currentTarget }) => set({ decidedOn: currentTarget.value })}
            />
          </label>
          <label class={fields.field}>
            <span class={fields.label}>{words.section}</span>
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
      )}
    </>
  )
}

/** What is sent of it. */
export function boardOf(draft: BoardDraft | null): BoardDecision | null {
  return draft && { name: draft.name.trim(), decidedOn: draft.decidedOn, section: Number(draft.section) }
}
