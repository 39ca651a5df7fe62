import type { ReviewMessages } from './messages-sv.ts'
import type { VerificationResponse } from './review-calls.ts'

/** Messages on why figures differ, by what is left of method and data. */
const UNLIKE = {
  whole: 'differs',
  erased: 'rowsErased',
  altered: 'altered',
  'other-method': 'otherMethod',
  restored: 'restored',
  'evidence-erased': 'evidenceErased',
} as const satisfies Record<VerificationResponse['basis'], keyof ReviewMessages['evidence']['outcomes']>

/** The message of a verification; stored bytes are judged first. */
export function outcomeOf(found: VerificationResponse): keyof ReviewMessages['evidence']['outcomes'] {
  if (found.storedIntact === false || found.sealIntact === false) return 'broken'
  if (found.agrees) return 'agrees'
  if (found.figuresAgree) return found.basis === 'erased' ? 'agreesOfRest' : 'wordsOnly'
  return UNLIKE[found.basis]
}
