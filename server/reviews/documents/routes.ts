import * as contract from './contract.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import type { StoredDocument } from '../review.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { ReviewPages, ReviewSetting } from '../page/review-pages.ts'
import type { DocumentService } from './document-service.ts'
import type { ReviewService } from '../review-service.ts'
import { type EndpointResponse, bytes, json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import { changed, needed } from '../routes.ts'
import type { FeatureService } from '../../layers/index.ts'

interface Deps {
  readonly reviews: ReviewService
  readonly handlings: DocumentService
  readonly features: Pick<FeatureService, 'list'>
  readonly reviewPages: ReviewPages
  readonly projection: Projection
  readonly zone: Zone
}

/** Routes of a review's documents: pages for print, the public document, and its publication. */
export function documentRoutes({
  reviews,
  handlings: publicDocuments,
  features,
  reviewPages,
  projection,
  zone,
}: Deps): readonly Route[] {
  const timezone = zone.name
  return [
    endpoint(contract.getReviewPage, async ({ params, query, audience }) => {
      const { lang, face } = query
      const found = await reviews.find(params.id, audience)
      const proposal = proposalOf(found.review.proposalId, features)
      const setting = { proposal, timezone, projection }
      if (face === 'preview') {
        const { document } = await reviews.preview(params.id, audience)
        return page(reviewPages.preview(document, lang, timezone))
      }
      if (face === 'annex') {
        if (found.evidenceErased) throw notFound('evidence of a review', params.id)
        if (found.evidence === null)
          throw new DomainError('forbidden', 'This evidence was computed for analysts.')
        return page(reviewPages.annex(found, found.evidence, lang, setting))
      }
      if (found.seal === null) return page(reviewPages.open(found.review, lang, setting))
      return page(reviewPages.document(await reviews.publicDocument(params.id), lang, timezone))
    }),
    endpoint(contract.getReviewDocument, async ({ params }) =>
      spliced(await reviews.publicDocument(params.id)),
    ),
    endpoint(contract.getDocumentPreview, async ({ params, audience }) =>
      json(await reviews.preview(params.id, audience)),
    ),
    endpoint(contract.publishDocument, async ({ params, query, revision, principal }) => {
      const { reason = null } = query
      const review = await reviews.publish(params.id, needed(revision), reason, principal)
      const published = changed(review, principal, reviews.permissions)
      return reason === null ? published : { ...published, note: { detail: { again: true } } }
    }),
    endpoint(contract.withdrawDocument, async ({ params, query, revision, principal }) =>
      changed(
        await reviews.withdraw(params.id, needed(revision), query.reason, principal),
        principal,
        reviews.permissions,
      ),
    ),
    endpoint(contract.listDocuments, async ({ audience }) => {
      const items = await publicDocuments.published(audience)
      return json({
        items: items.map(({ id, title, caseNumber, decision, decidedAt, publishedAt }) => {
          return { id, title, caseNumber, decision, decidedAt, publishedAt }
        }),
      })
    }),
    endpoint(contract.getDocument, async ({ params, audience }) =>
      spliced(await publicDocuments.find(params.id, audience)),
    ),
    endpoint(contract.getDocumentPage, async ({ params, query, audience }) =>
      page(reviewPages.document(await publicDocuments.find(params.id, audience), query.lang, timezone)),
    ),
  ]
}

function page(markup: string): EndpointResponse {
  return bytes('text/html; charset=utf-8', markup, { 'Cache-Control': 'private, no-cache' })
}

/** A document as the exact bytes that were hashed, with their hash. */
function spliced({ sha256, text }: StoredDocument): EndpointResponse {
  return bytes('application/json; charset=utf-8', `{"sha256":"${sha256}","handling":${text}}`)
}

/** Name and case of the proposal that a review is of; null when it has been removed since. */
function proposalOf(proposalId: number | null, features: Deps['features']): ReviewSetting['proposal'] {
  if (proposalId === null) return null
  const listed = features.list('proposals', { after: proposalId - 1, limit: 1 })
  return listed.features.find(({ id }) => id === proposalId)?.properties ?? null
}
