import { useSignal } from '@preact/signals'
import type { FieldProblem } from '../../server/platform/http/contract.ts'
import type { Decision } from '../../server/reviews/handlings/contract.ts'
import { type BoardDraft, BoardFields, boardOf } from './board-fields.tsx'
import type { ReviewWords } from './messages-sv.ts'
import { NoteField } from './note-field.tsx'
import type { ReviewDeed } from './review-calls.ts'
import { useReview, useReviewWords } from './review-context.ts'
import styles from './decision-form.module.css'
import reviewSection from './review-section.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** The decision. What is missing leads to its field; pressed while something is, so does the button. */
export function DecisionForm() {
  const { review, model } = useReview()
  const words = useReviewWords()
  const decision = useSignal<Decision | null>(null)
  const note = useSignal('')
  const board = useSignal<BoardDraft | null>(null)
  const missing = missingFields(review, decision.value)
  /** What is pressed while the weighing is being kept counts with what was kept. */
  const decided = (now: Decidable): ReviewDeed | null => {
    const chosen = decision.peek()
    const said = note.peek().trim()
    const [first] = missingFields(now, chosen)
    if (first !== undefined) showField(first)
    return chosen === null || first !== undefined
      ? null
      : {
          kind: 'move',
          to: 'decided',
          decision: chosen,
          note: said === '' ? null : said,
          board: boardOf(board.peek()),
        }
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void model.act('next', decided)
      }}
    >
      <fieldset class={`${fields.plain} ${styles.decisions}`}>
        <legend class={fields.label}>{words.decision.choose}</legend>
        {(Object.keys(words.decision.choices) as Decision[]).map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="decision"
              required
              checked={decision.value === choice}
              onChange={() => (decision.value = choice)}
            />
            {words.decision.choices[choice]}
          </label>
        ))}
      </fieldset>
      <NoteField
        id="grounds"
        label={words.decision.grounds}
        hint={words.becomesPublic}
        value={note.value}
        onInput={(text) => (note.value = text)}
      />
      <BoardFields draft={board} />
      {missing.length > 0 && (
        <div class={styles.missing}>
          <p>{words.missing}</p>
          <ul>
            {missing.map((field) => (
              <li key={field}>
                <a
                  href={`#${field}`}
                  onClick={(event) => {
                    // The address of the page stays as it is.
                    event.preventDefault()
                    showField(field)
                  }}
                >
                  {words.missingOf(nameOf(field, words))}
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class={reviewSection.saveRow}>
        <button
          type="submit"
          class={controls.strongButton}
          aria-disabled={missing.length > 0 || model.busy.value === 'next'}
        >
          {words.moves.decided}
        </button>
        <p class={prose.hint}>{words.decision.sure}</p>
      </div>
    </form>
  )
}

interface Decidable {
  readonly weighing: { readonly conditions: readonly string[] }
  readonly next: readonly { readonly missing: readonly FieldProblem[] }[]
}

/** Names of the fields that the server misses, and the conditions where support depends on them. */
function missingFields({ weighing, next }: Decidable, decision: Decision | null): readonly string[] {
  const told = next.flatMap(({ missing }) => missing.map(({ field }) => field))
  const unconditional = decision === 'support_with_conditions' && weighing.conditions.length === 0
  return [...told.filter((field) => field !== 'decision'), ...(unconditional ? ['conditions'] : [])]
}

function nameOf(field: string, { weighing }: ReviewWords): string {
  const [part, key = ''] = field.split('.')
  if (part === 'conditions') return weighing.conditions
  const names: Readonly<Record<string, string>> =
    part === 'tradeOffs' ? weighing.tradeOffs : weighing.perspective
  return names[key] ?? field
}

/** Shows and focuses a field. */
function showField(field: string): void {
  const target = document.getElementById(field)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
