import { seesEverything } from '../platform/access/audience.ts'
import { actorReference, type Caller, hasAccess } from '../platform/access/caller.ts'
import { DomainError } from '../engine/errors.ts'
import type { ReviewState } from './review.ts'
import type { ReviewCase } from './review-case.ts'

/** Who may do what with a review, beyond the rights of their role. */
export interface ReviewPermissions {
  /** Whether another person than those who wrote a review locks and publishes it. */
  readonly secondPerson: boolean
  mayEdit(caller: Caller, review: ReviewCase): boolean
  mayLock(caller: Caller, review: ReviewCase): boolean
  mayPublish(caller: Caller, review: ReviewCase): boolean
  /** @throws DomainError `forbidden` */
  requireEdit(caller: Caller, review: ReviewCase): void
  /** @throws DomainError `forbidden`, `second-person` for a lock by somebody who wrote the review */
  requireMove(caller: Caller, review: ReviewCase, to: ReviewState): void
  /** @throws DomainError `second-person` */
  requirePublish(caller: Caller, review: ReviewCase): void
}

/**
 * Planners and coordinators change the reviews that they opened, analysts any. Coordinators and analysts lock, or send
 * back, and publish; with `secondPerson` only reviews that they have not written. What a board has decided is published
 * by anyone of them, its follow-up is not: no board decided that.
 */
export function createReviewPermissions(secondPerson: boolean): ReviewPermissions {
  const isBarred = (caller: Caller, review: ReviewCase) => secondPerson && !isAnotherPerson(caller, review)
  const isBarredFromPublishing = (caller: Caller, review: ReviewCase) =>
    isBarred(caller, review) && !(review.decision?.board != null && review.outcome === null)
  const requireEdit = (caller: Caller, review: ReviewCase) => {
    if (!mayEdit(caller, review)) throw forbidden()
  }
  return {
    secondPerson,
    mayEdit,
    mayLock: (caller, review) => mayApprove(caller, review) && !isBarred(caller, review),
    mayPublish: (caller, review) =>
      hasAccess(caller, 'reviews.publish') && !isBarredFromPublishing(caller, review),
    requireEdit,
    requireMove(caller, review, to) {
      if (to !== 'evidence_locked' && to !== 'draft') return requireEdit(caller, review)
      if (!mayApprove(caller, review)) throw forbidden()
      if (to === 'evidence_locked' && isBarred(caller, review)) throw secondPersonNeeded('locked')
    },
    requirePublish(caller, review) {
      if (isBarredFromPublishing(caller, review)) throw secondPersonNeeded('published')
    },
  }
}

function mayEdit(caller: Caller, review: ReviewCase): boolean {
  const { audience, actor } = caller
  const isOwn = seesEverything(audience) || review.owner === actorReference(actor)
  return isOwn && hasAccess(caller, 'reviews.write')
}

function mayApprove(caller: Caller, review: ReviewCase): boolean {
  return mayEdit(caller, review) || hasAccess(caller, 'reviews.publish')
}

/** A key is nobody: who made it may have written the review. */
function isAnotherPerson({ actor }: Caller, { writers }: ReviewCase): boolean {
  return actor.kind !== 'key' && !writers.includes(actorReference(actor))
}

function forbidden(): DomainError {
  return new DomainError('forbidden', 'Planners and coordinators change the reviews that they opened.')
}

function secondPersonNeeded(what: string): DomainError {
  return new DomainError(
    'second-person',
    `A review is ${what} by another person than those who wrote it (REVIEW_SECOND_PERSON=on).`,
  )
}
