import * as contract from './contract.ts'
import type { StoredDocument } from '../review.ts'
import { DOCX, ZIP } from '../../platform/http/media-types.ts'
import type { WordFiles } from '../../platform/word/word-files.ts'
import type { BaseUrlOf } from '../../platform/http/base-url.ts'
import { caseArchive } from '../case-archive/case-archive.ts'
import { type Face, type FaceDeps, filedFace, reviewFace } from './review-face.ts'
import type { DocumentService } from './document-service.ts'
import type { ReviewService } from '../review-service.ts'
import { asFile, type EndpointResponse, bytes, json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import { changed, needed } from '../routes.ts'

interface Deps extends FaceDeps {
  readonly reviews: ReviewService
  readonly handlings: DocumentService
  readonly wordFiles: WordFiles
  readonly baseUrlOf: BaseUrlOf
}

/** Routes of a review's documents: pages for print and as Word files, the public document, and its publication. */
export function documentRoutes(deps: Deps): readonly Route[] {
  const { handlings: publicDocuments, wordFiles, baseUrlOf, ...faces } = deps
  const { reviews, reviewPages, zone } = faces
  const timezone = zone.name
  return [
    endpoint(contract.getReviewPage, async ({ params, query, audience, principal }) =>
      page((await reviewFace(faces, params.id, query, { audience, principal })).markup),
    ),
    endpoint(contract.getReviewFile, async ({ params, query, audience, principal, request, signal }) => {
      const drawn = await reviewFace(faces, params.id, query, { audience, principal })
      const word = await wordFiles.of({ ...drawn, baseUrl: baseUrlOf(request) }, signal)
      return file(DOCX, word, fileName(query.face, params.id))
    }),
    endpoint(contract.getReviewArchive, async ({ params, query, audience, principal, request, signal }) => {
      const reader = { audience, principal, baseUrl: baseUrlOf(request) }
      const archive = await caseArchive({ ...faces, wordFiles }, params.id, query.lang, reader, signal)
      return file(ZIP, archive, `arende-${params.id}.zip`)
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
    endpoint(contract.getDocumentFile, async ({ params, query, audience, request, signal }) => {
      const stored = await publicDocuments.find(params.id, audience)
      const drawn = filedFace(reviewPages, stored, query.lang, timezone)
      const word = await wordFiles.of({ ...drawn, baseUrl: baseUrlOf(request) }, signal)
      return file(DOCX, word, fileName('document', params.id))
    }),
  ]
}

function page(markup: string): EndpointResponse {
  return bytes('text/html; charset=utf-8', markup, { 'Cache-Control': 'private, no-cache' })
}

function file(type: string, content: Uint8Array, name: string): EndpointResponse {
  return bytes(type, content, { ...asFile(name), 'Cache-Control': 'private, no-cache' })
}

/** The name of a review's page as a file: what it is, and of which review. */
function fileName(face: Face, id: number): string {
  const names: Readonly<Record<Face, string>> = {
    document: 'underlag',
    preview: 'forhandsvisning',
    annex: 'bilaga',
  }
  return `${names[face]}-${id}.docx`
}

/** A document as the exact bytes that were hashed, with their hash. */
function spliced({ sha256, text }: StoredDocument): EndpointResponse {
  return bytes('application/json; charset=utf-8', `{"sha256":"${sha256}","handling":${text}}`)
}
