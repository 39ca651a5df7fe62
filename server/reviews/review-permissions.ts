import { seesEverything } from '../platform/access/audience.ts'
import { actorReference, type Principal, hasAccess } from '../platform/access/principal.ts'
import { DomainError } from '../engine/errors.ts'
import type { ReviewState } from './review.ts'
import type { ReviewCase } from './review-case.ts'

/** Permissions on reviews, beyond the rights of roles. */
export interface ReviewPermissions {
  /** Whether a review must be locked and published by a person who has not written it. */
  readonly secondPerson: boolean
  mayEdit(principal: Principal, review: ReviewCase): boolean
  mayLock(principal: Principal, review: ReviewCase): boolean
  mayPublish(principal: Principal, review: ReviewCase): boolean
  /** @throws DomainError `forbidden` */
  requireEdit(principal: Principal, review: ReviewCase): void
  /** @throws DomainError `forbidden`, `second-person` for a lock by one of the review's writers */
  requireMove(principal: Principal, review: ReviewCase, to: ReviewState): void
  /** @throws DomainError `second-person` */
  requirePublish(principal: Principal, review: ReviewCase): void
}

/**
 * Planners and coordinators change the reviews that they opened, analysts any. Coordinators and analysts lock, or
 * send back, and publish; with `secondPerson` only reviews that they have not written. A board's decision may be
 * published by any of them; its follow-up, which no board decided, may not.
 */
export function createReviewPermissions(secondPerson: boolean): ReviewPermissions {
  const isBarred = (principal: Principal, review: ReviewCase) =>
    secondPerson && !isAnotherPerson(principal, review)
  const isBarredFromPublishing = (principal: Principal, review: ReviewCase) =>
    isBarred(principal, review) && !(review.decision?.board != null && review.outcome === null)
  const requireEdit = (principal: Principal, review: ReviewCase) => {
    if (!mayEdit(principal, review)) throw forbidden()
  }
  return {
    secondPerson,
    mayEdit,
    mayLock: (principal, review) => mayApprove(principal, review) && !isBarred(principal, review),
    mayPublish: (principal, review) =>
      hasAccess(principal, 'reviews.publish') && !isBarredFromPublishing(principal, review),
    requireEdit,
    requireMove(principal, review, to) {
      if (to !== 'evidence_locked' && to !== 'draft') return requireEdit(principal, review)
      if (!mayApprove(principal, review)) throw forbidden()
      if (to === 'evidence_locked' && isBarred(principal, review)) throw secondPersonNeeded('locked')
    },
    requirePublish(principal, review) {
      if (isBarredFromPublishing(principal, review)) throw secondPersonNeeded('published')
    },
  }
}

function mayEdit(principal: Principal, review: ReviewCase): boolean {
  const { audience, actor } = principal
  const isOwn = seesEverything(audience) || review.owner === actorReference(actor)
  return isOwn && hasAccess(principal, 'reviews.write')
}

function mayApprove(principal: Principal, review: ReviewCase): boolean {
  return mayEdit(principal, review) || hasAccess(principal, 'reviews.publish')
}

/** An API key never counts as another person: its maker may have written the review. */
function isAnotherPerson({ actor }: Principal, { writers }: ReviewCase): boolean {
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
