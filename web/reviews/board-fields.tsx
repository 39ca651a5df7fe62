import type { Signal } from '@preact/signals'
import { type BoardDraft, BoardInputs, EMPTY_BOARD } from '../ui/board-inputs.tsx'
import { useReviewMessages } from './review-context.ts'
import fields from '../ui/fields.module.css'

/** Whether a board decided, and where that is written. Null = none did. */
export function BoardFields({ draft }: { readonly draft: Signal<BoardDraft | null> }) {
  const { decision: messages } = useReviewMessages()
  const board = draft.value
  return (
    <>
      <label class={fields.denseCheck}>
        <input
          type="checkbox"
          checked={board !== null}
          onChange={({ currentTarget }) => (draft.value = currentTarget.checked ? EMPTY_BOARD : null)}
        />
        {messages.byBoard}
      </label>
      {board !== null && (
        <BoardInputs board={board} words={messages} onChange={(changed) => (draft.value = changed)} />
      )}
    </>
  )
}
