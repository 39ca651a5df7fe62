import type { Evidence } from '../../checks/index.ts'
import { type DomainError, invalidField, notFound } from '../../engine/errors.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { ReviewCase } from '../review-case.ts'
import type { ReviewService } from '../review-service.ts'
import {
  type Checklist,
  checklistOf,
  CURRENT_CHECKLIST,
  type FilledChecklist,
  pointerKey,
  questionsOf,
} from './checklist.ts'
import { type Citable, createCitable } from './citable.ts'
import { CHECKLIST_RULES } from './messages.ts'

type Deps = Parameters<typeof createCitable>[0] & { readonly reviews: Pick<ReviewService, 'find' | 'fill'> }

/** The checklist of a review. */
export interface ChecklistService {
  /** Its questions, and what responses may rest on as far as the principal may read it. @throws DomainError `not-found` */
  view(
    id: number,
    principal: Principal,
  ): Promise<{ readonly checklist: Checklist; readonly citable: readonly Citable[] }>
  /**
   * @throws DomainError `unprocessable` for another version, a question that there is not, or what may not be pointed
   *   at; `conflict` once the evidence is locked; `forbidden`, `precondition-failed`
   */
  fill(id: number, revision: number, filled: FilledChecklist, principal: Principal): Promise<ReviewCase>
}

export function createChecklistService({ reviews, ...deps }: Deps): ChecklistService {
  const citableFor = createCitable(deps)

  async function view(id: number, principal: Principal) {
    const { review, evidence } = await reviews.find(id, principal.audience)
    const checklist = review.checklist === null ? CURRENT_CHECKLIST : checklistOf(review.checklist.version)
    if (checklist === null) throw notFound('checklist', id)
    const read = evidence === null ? null : (JSON.parse(evidence.evidence) as Evidence)
    return { review, checklist, citable: await citableFor(principal, review.proposalId, read) }
  }
  return {
    async view(id, principal) {
      const { checklist, citable } = await view(id, principal)
      return { checklist, citable }
    },
    async fill(id, revision, filled, principal) {
      const { review, checklist, citable } = await view(id, principal)
      const kept = Object.values(review.checklist?.responses ?? {}).flatMap(({ restsOn }) => restsOn)
      requireKnown(filled, checklist, new Set([...citable, ...kept].map(pointerKey)))
      return reviews.fill(id, revision, filled, principal)
    },
  }
}

/** What was pointed at before may stay, also where it is gone since or not open to this person. */
function requireKnown(
  { version, responses }: FilledChecklist,
  checklist: Checklist,
  citable: ReadonlySet<string>,
): void {
  if (version !== checklist.version) throw refused('version', CHECKLIST_RULES.version(checklist.version))
  const questions = new Set(questionsOf(checklist).map(({ id }) => id))
  for (const [question, { restsOn }] of Object.entries(responses)) {
    const field = `responses.${question}`
    if (!questions.has(question)) throw refused(field, CHECKLIST_RULES.question)
    if (restsOn.some((pointer) => !citable.has(pointerKey(pointer))))
      throw refused(`${field}.restsOn`, CHECKLIST_RULES.pointer)
  }
}

function refused(field: string, rule: { readonly sv: string; readonly en: string }): DomainError {
  return invalidField('unprocessable', { field, rule })
}
