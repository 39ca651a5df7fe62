import type { Signal } from '@preact/signals'
import { type BoardDraft, BoardInputs, EMPTY_BOARD } from '../ui/board-inputs.tsx'
import { useReviewMessages } from './review-context.ts'
import fields from '../ui/fields.module.css'

/** Inputs for a board's decision. Null = no board decided. */
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
