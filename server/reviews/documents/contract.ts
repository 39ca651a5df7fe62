import { z } from 'zod'
import { DECISIONS, DOCUMENT_STAGES } from './document-stages.ts'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { DOCX, ZIP } from '../../platform/http/media-types.ts'
import { REVIEW_PATHS } from '../paths.ts'
import { REVIEW_CHANGED } from '../contract.ts'
import { idParams, textField } from '../../platform/http/fields/text-fields.ts'

export type { Decision } from './document-stages.ts'
export type { DocumentPreview } from './document-preview.ts'
export type { EarlierFiledDocument } from './earlier-document.ts'
export type { FiledDocument } from './filed-document.ts'

const language = z
  .enum(['sv', 'en'], 'one of sv, en')
  .default('sv')
  .meta({ description: 'Language of the page.' })
const page = { 200: { description: 'HTML.', content: { 'text/html': z.string() } } }

const wordFile = { 200: { description: 'DOCX.', content: { [DOCX]: z.string() } } }

/** The public document of a review: the shape is that of `filed-document.ts`, of earlier ones that of `earlier-document.ts`. */
const filedDocument = z.looseObject({ reviewId: z.int(), stage: z.enum(DOCUMENT_STAGES) })
const documentResponse = z
  .strictObject({
    sha256: z.string(),
    handling: filedDocument,
  })
  .meta({ id: 'FiledDocument' })

const DOCUMENT = { 200: json('The public document and the SHA-256 of its canonical JSON.', documentResponse) }

/** See `document-preview.ts`. */
const preview = z
  .strictObject({
    document: filedDocument,
    hasFigures: z.boolean().meta({ description: 'False where no release is published yet.' }),
    releases: z.array(z.string()).meta({ description: 'The releases that its figures are taken from.' }),
    places: z.array(z.string()).meta({ description: 'The places whose own figures it gives.' }),
    repeated: z.array(z.strictObject({ field: z.string(), number: z.string() })).meta({
      description: 'Numbers in the author’s own text that are exact figures of the evidence.',
    }),
  })
  .meta({ id: 'DocumentPreview' })

const documentSummary = z
  .strictObject({
    id: z.int(),
    title: z.string(),
    caseNumber: z.string().nullable(),
    decision: z.enum(DECISIONS),
    decidedAt: z.string(),
    publishedAt: z.string(),
  })
  .meta({ id: 'HandlingSummary' })
export type DocumentSummary = z.output<typeof documentSummary>

const ofFace = z.strictObject({
  lang: language,
  face: z.enum(['document', 'preview', 'annex'], 'one of document, preview, annex').default('document').meta({
    description:
      'The public document; the same as it would be filed now; or the exact figures: working material, and from the lock on the secret annex.',
  }),
})

export const getReviewPage = defineEndpoint({
  id: 'getReviewPage',
  method: 'get',
  path: REVIEW_PATHS.reviewPage,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'A review as a page for print: its public document, a preview of it, or the exact figures',
  params: idParams,
  query: ofFace,
  responses: page,
})

export const getReviewFile = defineEndpoint({
  id: 'getReviewFile',
  method: 'get',
  path: REVIEW_PATHS.reviewFile,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'A review as a Word file with its map: its public document, a preview of it, or the exact figures',
  params: idParams,
  query: ofFace,
  responses: wordFile,
  errors: ['conflict'],
})

export const getReviewArchive = defineEndpoint({
  id: 'getReviewArchive',
  method: 'get',
  path: REVIEW_PATHS.reviewArchive,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'The whole case of a locked review as a ZIP archive with the hash of each file',
  description:
    'The public document (HTML, DOCX, JSON), the review, its checklist, and for whoever may read the evidence the secret annex (HTML, DOCX), the evidence as it was hashed and its figures (CSV, GeoJSON). MANIFEST.json describes each file; SHA256SUMS is for sha256sum -c. The same state gives the same bytes.',
  params: idParams,
  query: z.strictObject({ lang: language }),
  responses: { 200: { description: 'ZIP.', content: { [ZIP]: z.string() } } },
  errors: ['conflict'],
  deadlineMs: 30_000,
})

export const getReviewDocument = defineEndpoint({
  id: 'getReviewHandling',
  method: 'get',
  path: REVIEW_PATHS.reviewDocument,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'The public document of a review, from the lock of its evidence on',
  params: idParams,
  responses: DOCUMENT,
  errors: ['conflict'],
})

export const getDocumentPreview = defineEndpoint({
  id: 'getDocumentPreview',
  method: 'get',
  path: REVIEW_PATHS.documentPreview,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'The public document of a review as it would be filed now, with notices for its author',
  params: idParams,
  responses: { 200: json('The preview.', preview) },
  errors: ['conflict'],
})

const publication = {
  path: REVIEW_PATHS.reviewPublication,
  tag: 'reviews',
  access: 'reviews.publish',
  resource: 'reviews.read',
  audit: 'publish',
  params: idParams,
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict'],
} as const

export const publishDocument = defineEndpoint({
  ...publication,
  errors: ['conflict', 'unprocessable', 'second-person'],
  id: 'publishHandling',
  method: 'post',
  summary: 'Publish the public document of a decided review to partners and the public',
  query: z.strictObject({
    reason: textField(500)
      .optional()
      .meta({ description: 'Why it is published again; needed where it was taken back.' }),
  }),
})

export const withdrawDocument = defineEndpoint({
  ...publication,
  id: 'withdrawHandling',
  method: 'delete',
  summary: 'Withdraw a published document, with a reason',
  query: z.strictObject({ reason: textField(500).meta({ description: 'Why it is taken back.' }) }),
})

export const listDocuments = defineEndpoint({
  id: 'listHandlings',
  method: 'get',
  path: REVIEW_PATHS.publicDocuments,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'The published documents; to partners those that touch their places',
  responses: { 200: json('Public documents.', z.strictObject({ items: z.array(documentSummary) })) },
})

export const getDocument = defineEndpoint({
  id: 'getHandling',
  method: 'get',
  path: REVIEW_PATHS.publicDocument,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'A published document',
  params: idParams,
  responses: DOCUMENT,
})

export const getDocumentPage = defineEndpoint({
  id: 'getHandlingPage',
  method: 'get',
  path: REVIEW_PATHS.documentPage,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'A published document as a page for screen and print',
  params: idParams,
  query: z.strictObject({ lang: language }),
  responses: page,
})

export const getDocumentFile = defineEndpoint({
  id: 'getHandlingFile',
  method: 'get',
  path: REVIEW_PATHS.documentFile,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'A published document as a Word file with its map',
  params: idParams,
  query: z.strictObject({ lang: language }),
  responses: wordFile,
})
