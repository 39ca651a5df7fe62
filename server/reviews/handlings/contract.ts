import { z } from 'zod'
import { DECISIONS, HANDLING_STAGES } from './handling.ts'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { REVIEW_PATHS } from '../paths.ts'
import { REVIEW_CHANGED } from '../contract.ts'
import { idParams, textField } from '../../platform/http/fields/text-fields.ts'

export type { Decision } from './handling.ts'
export type { Handling, HandlingFigure } from './handling-document.ts'

const language = z
  .enum(['sv', 'en'], 'one of sv, en')
  .default('sv')
  .meta({ description: 'Language of the page.' })
const page = { 200: { description: 'HTML.', content: { 'text/html': z.string() } } }

/** What may be filed of a review: the shape is that of `server/reviews/handlings/handling-document.ts`. */
const handlingAnswer = z
  .strictObject({
    sha256: z.string(),
    handling: z.looseObject({
      reviewId: z.int(),
      stage: z.enum(HANDLING_STAGES),
      figures: z.array(z.looseObject({ zone: z.int(), register: z.string(), group: z.string() })),
    }),
  })
  .meta({ id: 'Handling' })

const HANDLING = { 200: json('The handling and the SHA-256 of its canonical JSON.', handlingAnswer) }

const handlingSummary = z
  .strictObject({
    id: z.int(),
    title: z.string(),
    caseNumber: z.string().nullable(),
    decision: z.enum(DECISIONS),
    decidedAt: z.string(),
    publishedAt: z.string(),
  })
  .meta({ id: 'HandlingSummary' })
export type HandlingSummary = z.output<typeof handlingSummary>

export const getReviewPage = defineEndpoint({
  id: 'getReviewPage',
  method: 'get',
  path: REVIEW_PATHS.reviewPage,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'A review as a page for print: its handling, or the internal evidence when that is asked for',
  params: idParams,
  query: z.strictObject({
    lang: language,
    face: z
      .enum(['handling', 'evidence'], 'one of handling, evidence')
      .default('handling')
      .meta({ description: 'What may be filed, or the internal evidence.' }),
  }),
  responses: page,
})

export const getReviewHandling = defineEndpoint({
  id: 'getReviewHandling',
  method: 'get',
  path: REVIEW_PATHS.reviewHandling,
  tag: 'reviews',
  access: 'reviews.read',
  audit: 'export',
  summary: 'What may be filed of a review, from the lock of its evidence on',
  params: idParams,
  responses: HANDLING,
  errors: ['conflict'],
})

const publication = {
  path: REVIEW_PATHS.reviewPublication,
  tag: 'reviews',
  access: 'reviews.publish',
  thing: 'reviews.read',
  audit: 'publish',
  params: idParams,
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict'],
} as const

export const publishHandling = defineEndpoint({
  ...publication,
  errors: ['conflict', 'second-person'],
  id: 'publishHandling',
  method: 'post',
  summary: 'Open the handling of a decided review to partners and the public',
})

export const withdrawHandling = defineEndpoint({
  ...publication,
  id: 'withdrawHandling',
  method: 'delete',
  summary: 'Take a published handling back, with a reason; what it told stays counted',
  query: z.strictObject({ reason: textField(500).meta({ description: 'Why it is taken back.' }) }),
})

export const listHandlings = defineEndpoint({
  id: 'listHandlings',
  method: 'get',
  path: REVIEW_PATHS.handlings,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'The published handlings; to partners those that touch their places',
  responses: { 200: json('Handlings.', z.strictObject({ items: z.array(handlingSummary) })) },
})

export const getHandling = defineEndpoint({
  id: 'getHandling',
  method: 'get',
  path: REVIEW_PATHS.handling,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'A published handling',
  params: idParams,
  responses: HANDLING,
})

export const getHandlingPage = defineEndpoint({
  id: 'getHandlingPage',
  method: 'get',
  path: REVIEW_PATHS.handlingPage,
  tag: 'reviews',
  access: 'handlings.read',
  summary: 'A published handling as a page to read and print',
  params: idParams,
  query: z.strictObject({ lang: language }),
  responses: page,
})
