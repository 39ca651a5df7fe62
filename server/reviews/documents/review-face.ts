import { DomainError, notFound } from '../../engine/errors.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { FeatureService } from '../../layers/index.ts'
import type { Audience } from '../../platform/access/audience.ts'
import type { Principal } from '../../platform/access/principal.ts'
import type { Language } from '../../platform/language.ts'
import type { Picture } from '../../platform/pictures/picture.ts'
import type { Evidence } from '../../checks/index.ts'
import type { ChecklistService } from '../checklist/checklist-service.ts'
import type { ReviewPages, ReviewSetting } from '../page/review-pages.ts'
import type { StoredDocument } from '../review.ts'
import type { ReviewService, ReviewWithEvidence } from '../review-service.ts'
import type { DocumentMap } from './document-map.ts'
import type { FiledDocument } from './filed-document.ts'

export type Face = 'document' | 'preview' | 'annex'

/** A page for print with the drawings on it, and the instant that it is of. */
export interface DrawnPage {
  readonly markup: string
  readonly pictures: readonly Picture[]
  readonly at: string
}

export interface FaceDeps {
  readonly reviews: Pick<ReviewService, 'find' | 'preview' | 'publicDocument'>
  readonly reviewChecklists: Pick<ChecklistService, 'view'>
  readonly features: Pick<FeatureService, 'list'>
  readonly reviewPages: ReviewPages
  readonly projection: Projection
  readonly zone: Zone
}

/**
 * A review as a page, by what of it is asked for and may be read.
 *
 * @throws DomainError `not-found`; `forbidden` for evidence that is not open to the reader
 */
export async function reviewFace(
  { reviews, reviewChecklists, features, reviewPages, projection, zone }: FaceDeps,
  id: number,
  { face, lang }: { readonly face: Face; readonly lang: Language },
  { audience, principal }: { readonly audience: Audience; readonly principal: Principal },
): Promise<DrawnPage> {
  const timezone = zone.name
  const found = await reviews.find(id, audience)
  const { review, evidence, seal } = found
  const setting = { proposal: proposalOf(review.proposalId, features), timezone, projection }
  if (face === 'preview') {
    const { document } = await reviews.preview(id, audience)
    const markup = reviewPages.preview(document, lang, timezone)
    const at = evidence?.computedAt ?? review.createdAt
    return { markup, pictures: [reviewPages.documentPicture(document, lang)], at }
  }
  if (face === 'annex') {
    if (found.evidenceErased) throw notFound('evidence of a review', id)
    if (evidence === null) throw new DomainError('forbidden', 'This evidence was computed for analysts.')
    const map = await mapOf(found, reviews, audience)
    const { citable } = await reviewChecklists.view(id, principal)
    const markup = reviewPages.annex(found, evidence, lang, { ...setting, map, citable })
    const computed = JSON.parse(evidence.evidence) as Evidence
    const pictures = [reviewPages.annexPicture(computed, map, lang, projection)]
    return { markup, pictures, at: evidence.computedAt }
  }
  if (seal === null)
    return {
      markup: reviewPages.open(review, lang, { ...setting, map: null }),
      pictures: [],
      at: review.createdAt,
    }
  return filedFace(reviewPages, await reviews.publicDocument(id), lang, timezone)
}

/** A filed document as a page. */
export function filedFace(
  reviewPages: ReviewPages,
  stored: StoredDocument,
  lang: Language,
  timezone: string,
): DrawnPage {
  return {
    markup: reviewPages.document(stored, lang, timezone),
    pictures: [reviewPages.documentPicture(JSON.parse(stored.text) as FiledDocument, lang)],
    at: stored.createdAt,
  }
}

/** The map of the public document as it is filed, or before the lock as it would be; null where it has none. */
async function mapOf(
  { review, evidence, seal }: ReviewWithEvidence,
  reviews: FaceDeps['reviews'],
  audience: Audience,
): Promise<DocumentMap | null> {
  if (seal === null && JSON.parse(evidence!.surroundings) === null) return null
  const document: { readonly map?: DocumentMap } =
    seal === null
      ? (await reviews.preview(review.id, audience)).document
      : JSON.parse((await reviews.publicDocument(review.id)).text)
  return document.map ?? null
}

/** Name and case of the proposal that a review is of; null when it has been removed since. */
function proposalOf(
  proposalId: number | null,
  features: Pick<FeatureService, 'list'>,
): ReviewSetting['proposal'] {
  if (proposalId === null) return null
  const listed = features.list('proposals', { after: proposalId - 1, limit: 1 })
  return listed.features.find(({ id }) => id === proposalId)?.properties ?? null
}
