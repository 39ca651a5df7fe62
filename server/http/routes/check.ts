import * as contract from '../../contract/check.ts'
import { INSTANT_RULE, parseInstant } from '../../contract/instant.ts'
import type { Audience } from '../../domain/audience.ts'
import { invalidParameter } from '../../domain/errors.ts'
import { requireRight } from '../../domain/rights.ts'
import type { StoredReview } from '../../domain/ports.ts'
import type { Zone } from '../../domain/zone.ts'
import type { CheckService } from '../../services/check/check-service.ts'
import type { FeatureService } from '../../services/features.ts'
import type { ReviewSetting } from '../../services/review-page/review-page.ts'
import type { ReviewService } from '../../services/reviews.ts'
import { bytes, json } from '../answer.ts'
import { endpoint, type Route } from '../route.ts'

interface Deps {
  readonly checks: CheckService
  readonly reviews: ReviewService
  readonly features: Pick<FeatureService, 'list'>
  /** The page of a review, HTML. */
  readonly reviewPage: (review: StoredReview, language: 'sv' | 'en', setting: ReviewSetting) => string
  readonly zone: Zone
}

interface Options {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly ringMetres?: readonly number[] | undefined
  readonly edgeMetres?: number | undefined
}

/** The check of a proposal, and the reviews that keep one. */
export function checkRoutes({ checks, reviews, features, reviewPage, zone }: Deps): readonly Route[] {
  const settingsOf = (options: Options) => ({
    fromMinute: minuteOf('from', options.from, zone),
    toMinute: minuteOf('to', options.to, zone),
    ringMetres: options.ringMetres ?? null,
    edgeMetres: options.edgeMetres ?? null,
  })
  return [
    endpoint(contract.checkPolygon, async ({ body, audience, signal }) => {
      const { geometry, ...options } = body
      const request = { geometry, ...settingsOf(options), proposalId: null }
      return json(await checks.check(request, audience, { signal }))
    }),
    endpoint(contract.openReview, async ({ params, body, audience, signal }) => {
      requireRight(audience, 'reviews.write')
      const review = await reviews.open(params.id, settingsOf(body), audience, { signal })
      return json(summaryOf(review), { Location: `/api/reviews/${review.id}` }, 201)
    }),
    endpoint(contract.listReviews, async ({ params, audience }) => {
      requireRight(audience, 'reviews.read')
      return json({ items: (await reviews.listForProposal(params.id, audience)).map(summaryOf) })
    }),
    endpoint(contract.getReview, async ({ params, audience }) => {
      requireRight(audience, 'reviews.read')
      const review = await reviews.find(params.id, audience)
      return bytes('application/json; charset=utf-8', withEvidence(review))
    }),
    endpoint(contract.verifyReview, async ({ params, audience, signal }) => {
      requireRight(audience, 'reviews.read')
      return json(await reviews.verify(params.id, audience, { signal }))
    }),
    endpoint(contract.getReviewPage, async ({ params, query, audience }) => {
      requireRight(audience, 'reviews.read')
      const review = await reviews.find(params.id, audience)
      const setting = { proposal: proposalOf(review, features, audience), timezone: zone.name }
      return bytes('text/html; charset=utf-8', reviewPage(review, query.lang, setting), {
        'Cache-Control': 'no-cache',
      })
    }),
  ]
}

function minuteOf(field: string, text: string | undefined, zone: Zone): number | null {
  if (text === undefined) return null
  const minute = parseInstant(text, zone)
  if (minute === null) throw invalidParameter(field, text, INSTANT_RULE)
  return minute
}

/** Name and case of the proposal that a review is of; null when it has been removed since. */
function proposalOf(
  { proposalId }: StoredReview,
  features: Deps['features'],
  audience: Audience,
): ReviewSetting['proposal'] {
  if (proposalId === null) return null
  const page = features.list('proposals', { after: proposalId - 1, limit: 1 }, audience)
  return page.features.find(({ id }) => id === proposalId)?.properties ?? null
}

function summaryOf(review: StoredReview) {
  const { id, proposalId, snapshotVersion, state, createdAt, sha256 } = review
  return { id, proposalId, snapshotVersion, state, createdAt, sha256 }
}

/** The review with its evidence spliced in as the very bytes that were hashed. */
function withEvidence(review: StoredReview): string {
  const summary = JSON.stringify(summaryOf(review))
  return `${summary.slice(0, -1)},"evidence":${review.evidence}}`
}
