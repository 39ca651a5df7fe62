import * as contract from './contract.ts'
import type { Caller } from '../platform/access/caller.ts'
import { DomainError } from '../engine/errors.ts'
import type { StoredEvidence } from './review.ts'
import type { ReviewCase } from './review-case.ts'
import type { ReviewPermissions } from './review-permissions.ts'
import { missingFor, NEXT_STATES } from './review-rules.ts'
import { seesEverything } from '../platform/access/audience.ts'
import { hasAccess } from '../platform/access/caller.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ReviewService, ReviewWithEvidence } from './review-service.ts'
import { type Answer, bytes, json } from '../platform/http/answer.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import { checkSettings, type Evidence } from '../checks/index.ts'

interface Deps {
  readonly reviews: ReviewService
  readonly zone: Zone
}

/** Reviews from their first evidence to their follow-up. */
export function reviewRoutes({ reviews, zone }: Deps): readonly Route[] {
  const { permissions } = reviews
  return [
    endpoint(contract.openReview, async ({ params, body, caller, signal }) => {
      const opened = await reviews.open(params.id, checkSettings(body, zone), caller, { signal })
      const headers = {
        Location: `/api/reviews/${opened.review.id}`,
        ETag: revisionTag(opened.review.revision),
      }
      return json(withHash(opened, caller, permissions), headers, 201)
    }),
    endpoint(contract.listReviews, async ({ params, caller }) => {
      const items = await reviews.listForProposal(params.id)
      return json({ items: items.map((review) => summaryOf(review, caller, permissions)) })
    }),
    endpoint(contract.listLatestReviews, async ({ query, caller }) => {
      const items = await reviews.latest(query.limit)
      return json({ items: items.map((review) => summaryOf(review, caller, permissions)) })
    }),
    endpoint(contract.getReview, async ({ params, caller }) => {
      const found = await reviews.find(params.id, caller.audience)
      return bytes('application/json; charset=utf-8', withEvidence(found, caller, permissions), {
        ETag: revisionTag(found.review.revision),
      })
    }),
    endpoint(contract.recomputeReview, async ({ params, body, revision, caller, signal }) => {
      const settings = checkSettings(body, zone)
      const { review } = await reviews.recompute(params.id, needed(revision), settings, caller, { signal })
      return changed(review, caller, permissions)
    }),
    endpoint(contract.moveReview, async ({ params, body, revision, caller }) =>
      changed(await reviews.move(params.id, needed(revision), body, caller), caller, permissions),
    ),
    endpoint(contract.weighReview, async ({ params, body, revision, caller }) =>
      changed(await reviews.weigh(params.id, needed(revision), body, caller), caller, permissions),
    ),
    endpoint(contract.logConsultation, async ({ params, body, revision, caller }) =>
      changed(await reviews.consult(params.id, revision, body, caller), caller, permissions),
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
export function changed(review: ReviewCase, caller: Caller, permissions: ReviewPermissions): Answer {
  return json(summaryOf(review, caller, permissions), { ETag: revisionTag(review.revision) })
}

/** A review as it stands, what its reader may do with it, and what each next step still needs. */
function summaryOf(review: ReviewCase, caller: Caller, permissions: ReviewPermissions) {
  const { owner: _, writers: __, steps, ...told } = review
  return {
    ...told,
    steps: steps.map(({ actor: ___, ...step }) => step),
    mayEdit: permissions.mayEdit(caller, review),
    mayLock: permissions.mayLock(caller, review),
    mayPublish: permissions.mayPublish(caller, review),
    mayWithdraw: hasAccess(caller, 'reviews.publish'),
    secondPerson: permissions.secondPerson,
    next: NEXT_STATES[review.state].map((to) => ({
      to,
      missing: missingFor(review, { to }),
    })),
  }
}

/** The version of what was counted: that of all incidents, which it is stored with, moves with what planners are not told of. */
function figuresVersion({ evidence }: StoredEvidence): string {
  return (JSON.parse(evidence) as Evidence).provenance.snapshotVersion
}

function withHash(
  { review, evidence, evidenceErased, seal }: ReviewWithEvidence,
  caller: Caller,
  permissions: ReviewPermissions,
) {
  return {
    ...summaryOf(review, caller, permissions),
    snapshotVersion: evidence && figuresVersion(evidence),
    computedAt: evidence?.computedAt ?? null,
    sha256: evidence?.sha256 ?? null,
    sealedSha256: seal?.sha256 ?? null,
    evidenceErased,
    ...(seal?.salt != null && seesEverything(caller.audience) ? { salt: seal.salt } : {}),
  }
}

/** The review with its evidence spliced in as the very bytes that were hashed. */
function withEvidence(found: ReviewWithEvidence, caller: Caller, permissions: ReviewPermissions): string {
  const summary = JSON.stringify(withHash(found, caller, permissions))
  return `${summary.slice(0, -1)},"evidence":${found.evidence?.evidence ?? 'null'}}`
}
