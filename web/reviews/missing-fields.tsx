import type { FieldProblem } from '../../server/platform/http/contract.ts'
import type { Weighing } from '../../server/reviews/contract.ts'
import { isReason, needsGrounds } from '../../server/reviews/decision-rules.ts'
import type { Decision } from '../../server/reviews/documents/contract.ts'
import { CASE_NUMBER_ID } from './case-number-field.tsx'
import type { ReviewMessages } from './messages-sv.ts'
import { useReviewMessages } from './review-context.ts'
import { showField } from './show-field.ts'
import styles from './decision-form.module.css'

export const GROUNDS_ID = 'grounds'

export interface Decidable {
  readonly weighing: Weighing
  readonly next: readonly { readonly missing: readonly FieldProblem[] }[]
}

interface Written {
  readonly decision: Decision | null
  readonly note: string
  readonly caseNumber: string
}

/** Names of the fields that are missing on the server and not filled in here, and those of the decision itself. */
export function missingFields({ weighing, next }: Decidable, written: Written): readonly string[] {
  const { decision, note, caseNumber } = written
  const reported = next.flatMap(({ missing }) => missing.map(({ field }) => field))
  const here = ['decision', ...(caseNumber.trim() === '' ? [] : ['caseNumber'])]
  const unconditional = decision === 'support_with_conditions' && weighing.conditions.length === 0
  const lacksReason = decision !== null && needsGrounds(decision, weighing) && !isReason(note)
  return [
    ...reported.filter((field) => !here.includes(field) && !isWeighed(field, weighing)),
    ...(unconditional ? ['conditions'] : []),
    ...(lacksReason ? ['note'] : []),
  ]
}

/** Whether a part of the weighing that the server lacks is written already. */
function isWeighed(field: string, { tradeOffs, perspectives }: Weighing): boolean {
  const [part, key = ''] = field.split('.')
  const written: object = part === 'tradeOffs' ? tradeOffs : part === 'perspectives' ? perspectives : {}
  return key in written
}

/** The missing fields, each with a link to it. */
export function MissingFields({ missing }: { readonly missing: readonly string[] }) {
  const messages = useReviewMessages()
  if (missing.length === 0) return null
  return (
    <div class={styles.missing}>
      <p>{messages.missing}</p>
      <ul>
        {missing.map((field) => (
          <li key={field}>
            <a
              href={`#${idOf(field)}`}
              onClick={(event) => {
                // Keeps the page's address.
                event.preventDefault()
                showField(idOf(field))
              }}
            >
              {messages.missingOf(fieldName(field, messages))}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The element id of a field. */
export function idOf(field: string): string {
  if (field === 'caseNumber') return CASE_NUMBER_ID
  return field === 'note' ? GROUNDS_ID : field
}

/** The label of a field. */
export function fieldName(field: string, messages: ReviewMessages): string {
  const { weighing, decision, caseNumber, consultations, outcome, document } = messages
  if (field === 'note') return decision.grounds
  if (field === 'board') return decision.board
  if (field === 'outcome') return outcome
  if (field === 'consultations') return consultations.party
  if (field === 'title') return document.ofProposal
  if (field === 'checklist') return messages.checklist
  if (field === 'caseNumber') return caseNumber
  const [part, key = ''] = field.split('.')
  if (part === 'conditions') return weighing.conditions
  if (part === 'assessment') return weighing.assessment
  const names: Readonly<Record<string, string>> =
    part === 'tradeOffs' ? weighing.tradeOffs : weighing.perspective
  return names[key] ?? field
}
