import * as contract from './contract.ts'
import type { Principal } from '../platform/access/principal.ts'
import { DomainError } from '../engine/errors.ts'
import type { StoredEvidence } from './review.ts'
import { type ReviewCase, withoutAccounts } from './review-case.ts'
import type { ReviewPermissions } from './review-permissions.ts'
import { missingFor, NEXT_STATES } from './review-rules.ts'
import { seesEverything } from '../platform/access/audience.ts'
import { hasAccess } from '../platform/access/principal.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ReviewService, ReviewWithEvidence } from './review-service.ts'
import { type EndpointResponse, bytes, json } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { checkSettings, type Evidence } from '../checks/index.ts'

interface Deps {
  readonly reviews: ReviewService
  readonly zone: Zone
}

/** Routes of reviews from their first evidence to their follow-up. */
export function reviewRoutes({ reviews, zone }: Deps): readonly Route[] {
  const { permissions } = reviews
  return [
    endpoint(contract.openReview, async ({ params, body, principal, signal }) => {
      const opened = await reviews.open(params.id, checkSettings(body, zone), principal, { signal })
      const headers = {
        Location: `/api/reviews/${opened.review.id}`,
        ETag: revisionTag(opened.review.revision),
      }
      return json(withHash(opened, principal, permissions), headers, 201)
    }),
    endpoint(contract.listReviews, async ({ params, principal }) => {
      const items = await reviews.listForProposal(params.id)
      return json({ items: items.map((review) => summaryOf(review, principal, permissions)) })
    }),
    endpoint(contract.listLatestReviews, async ({ query, principal }) => {
      const items = await reviews.latest(query.limit)
      return json({ items: items.map((review) => summaryOf(review, principal, permissions)) })
    }),
    endpoint(contract.getReview, async ({ params, principal }) => {
      const found = await reviews.find(params.id, principal.audience)
      return bytes('application/json; charset=utf-8', withEvidence(found, principal, permissions), {
        ETag: revisionTag(found.review.revision),
      })
    }),
    endpoint(contract.recomputeReview, async ({ params, body, revision, principal, signal }) => {
      const settings = checkSettings(body, zone)
      const { review } = await reviews.recompute(params.id, needed(revision), settings, principal, { signal })
      return changed(review, principal, permissions)
    }),
    endpoint(contract.moveReview, async ({ params, body, revision, principal }) =>
      changed(await reviews.move(params.id, needed(revision), body, principal), principal, permissions),
    ),
    endpoint(contract.weighReview, async ({ params, body, revision, principal }) =>
      changed(await reviews.weigh(params.id, needed(revision), body, principal), principal, permissions),
    ),
    endpoint(contract.logConsultation, async ({ params, body, revision, principal }) =>
      changed(await reviews.consult(params.id, revision, body, principal), principal, permissions),
    ),
    endpoint(contract.verifyReview, async ({ params, audience, signal }) =>
      json(await reviews.verify(params.id, audience, { signal })),
    ),
  ]
}

/** The revision of a call whose contract requires one. */
export function needed(revision: number | null): number {
  if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
  return revision
}

/** A review after a change, with its new revision. */
export function changed(
  review: ReviewCase,
  principal: Principal,
  permissions: ReviewPermissions,
): EndpointResponse {
  return json(summaryOf(review, principal, permissions), { ETag: revisionTag(review.revision) })
}

/** A review with its reader's permissions and the missing requirements of each next step. */
function summaryOf(review: ReviewCase, principal: Principal, permissions: ReviewPermissions) {
  return {
    ...withoutAccounts(review),
    mayEdit: permissions.mayEdit(principal, review),
    mayLock: permissions.mayLock(principal, review),
    mayPublish: permissions.mayPublish(principal, review),
    mayWithdraw: hasAccess(principal, 'reviews.publish'),
    secondPerson: permissions.secondPerson,
    next: NEXT_STATES[review.state].map((to) => ({
      to,
      missing: missingFor(review, { to }),
    })),
  }
}

/**
 * The version of the counted data: the stored version of all incidents also changes with those not disclosed to
 * planners.
 */
function figuresVersion({ evidence }: StoredEvidence): string {
  return (JSON.parse(evidence) as Evidence).provenance.snapshotVersion
}

function withHash(
  { review, evidence, evidenceErased, seal }: ReviewWithEvidence,
  principal: Principal,
  permissions: ReviewPermissions,
) {
  return {
    ...summaryOf(review, principal, permissions),
    snapshotVersion: evidence && figuresVersion(evidence),
    computedAt: evidence?.computedAt ?? null,
    sha256: evidence?.sha256 ?? null,
    sealedSha256: seal?.sha256 ?? null,
    evidenceErased,
    ...(seal?.salt != null && seesEverything(principal.audience) ? { salt: seal.salt } : {}),
  }
}

/** The review with its evidence spliced in as the exact bytes that were hashed. */
function withEvidence(
  found: ReviewWithEvidence,
  principal: Principal,
  permissions: ReviewPermissions,
): string {
  const summary = JSON.stringify(withHash(found, principal, permissions))
  return `${summary.slice(0, -1)},"evidence":${found.evidence?.evidence ?? 'null'}}`
}
