import type { ReviewMessages } from './messages-sv.ts'
import type { VerificationResponse } from './review-calls.ts'

/** Why the figures did not come out the same, as far as their method and what is left of their data tell. */
const UNLIKE = {
  whole: 'differs',
  erased: 'rowsErased',
  altered: 'altered',
  'other-method': 'otherMethod',
  restored: 'restored',
  'evidence-erased': 'evidenceErased',
} as const satisfies Record<VerificationResponse['basis'], keyof ReviewMessages['evidence']['outcomes']>

/** Which sentence tells what a verification found: first whether what is stored is still itself. */
export function outcomeOf(found: VerificationResponse): keyof ReviewMessages['evidence']['outcomes'] {
  if (found.storedIntact === false || found.sealIntact === false) return 'broken'
  if (found.agrees) return 'agrees'
  if (found.figuresAgree) return found.basis === 'erased' ? 'agreesOfRest' : 'wordsOnly'
  return UNLIKE[found.basis]
}
