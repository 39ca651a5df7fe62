import { z } from 'zod'
import { PERSPECTIVES } from '../platform/perspectives.ts'
import { JUDGEMENTS, REVIEW_STATES, REVIEW_SUBJECTS, TRADE_OFFS } from './review.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { pageShape } from '../platform/http/fields/page.ts'
import { REVIEW_PATHS } from './paths.ts'
import { stepBody } from './step-body.ts'
import {
  dateField,
  idParams,
  optionalText,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'
import { checkOptions } from '../checks/index.ts'

export type { ReviewCase, ReviewStep } from './review-case.ts'
export type {
  AnnexClaim,
  BoardDecision,
  Consultation,
  Judgement,
  ReviewState,
  ReviewSubject,
  TradeOff,
  Weighing,
} from './review.ts'
export type { Perspective } from '../platform/perspectives.ts'

const oneOf = (values: readonly string[]) => `one of ${values.join(', ')}`
const note = textField(2000)

/** The current state of a review, without its evidence. */
const reviewSummary = z
  .looseObject({
    id: z.int(),
    proposalId: z.int().nullable(),
    revision: z.int(),
    state: z.enum(REVIEW_STATES),
    createdAt: z.string(),
    ownerName: z.string().nullable(),
    steps: z.array(z.looseObject({ state: z.string(), at: z.string() })),
    mayEdit: z.boolean(),
    mayLock: z.boolean(),
    mayPublish: z.boolean(),
    mayWithdraw: z.boolean(),
    secondPerson: z
      .boolean()
      .meta({ description: 'Whether another person than those who wrote it locks and publishes.' }),
  })
  .meta({ id: 'Review' })

/** A review with its evidence; null where the reader may not see figures computed for analysts. */
const reviewWithEvidence = reviewSummary
  .extend({
    snapshotVersion: z.string().nullable(),
    sha256: z.string().nullable(),
    sealedSha256: z.string().nullable(),
    next: z.array(z.looseObject({ to: z.enum(REVIEW_STATES) })),
  })
  .meta({ id: 'ReviewWithEvidence' })

const changes = {
  tag: 'reviews',
  access: 'reviews.write',
  resource: 'reviews.read',
  params: idParams,
} as const
/** The response of a call that changes a review. */
export const REVIEW_CHANGED = {
  ...json('The review as it stands now.', reviewSummary),
  headers: { ETag: 'Its revision.' },
}

export const openReview = defineEndpoint({
  ...changes,
  id: 'openReview',
  method: 'post',
  path: REVIEW_PATHS.proposalReviews,
  resource: 'proposals.read',
  summary: 'Compute the evidence for a proposal and open a review with it',
  body: z.strictObject(checkOptions),
  responses: {
    201: { ...json('Opened.', reviewSummary), headers: { Location: 'Its path.', ETag: 'Its revision.' } },
  },
  errors: ['invalid-geometry', 'unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})

export const listReviews = defineEndpoint({
  id: 'listReviews',
  method: 'get',
  path: REVIEW_PATHS.proposalReviews,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'The reviews of a proposal',
  params: idParams,
  responses: { 200: json('Reviews.', z.strictObject({ items: z.array(reviewSummary) })) },
})

export const listLatestReviews = defineEndpoint({
  id: 'listLatestReviews',
  method: 'get',
  path: REVIEW_PATHS.reviews,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'The newest reviews, newest first',
  query: z.strictObject({ limit: pageShape(20, 100).limit }),
  responses: { 200: json('Reviews.', z.strictObject({ items: z.array(reviewSummary) })) },
})

export const getReview = defineEndpoint({
  id: 'getReview',
  method: 'get',
  path: REVIEW_PATHS.review,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'A review with its stored evidence, byte for byte',
  params: idParams,
  responses: {
    200: { ...json('The review.', reviewWithEvidence), headers: { ETag: 'Its revision.' } },
  },
})

export const recomputeReview = defineEndpoint({
  ...changes,
  id: 'recomputeReview',
  method: 'post',
  path: REVIEW_PATHS.reviewEvidence,
  summary: 'Recompute the evidence of a review, before the lock',
  body: z.strictObject(checkOptions),
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict', 'unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})

export const moveReview = defineEndpoint({
  ...changes,
  id: 'moveReview',
  method: 'post',
  path: REVIEW_PATHS.reviewState,
  summary: 'Move a review to its next state',
  description:
    'draft → screening → evidence_locked → consultation → weighing → decided → followed_up, and from screening back to draft. What a step still needs is listed field by field.',
  body: stepBody,
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict', 'unprocessable', 'second-person'],
})

const weighedInterest = z.strictObject({ judgement: z.enum(JUDGEMENTS, oneOf(JUDGEMENTS)), note })

/** The weighing so far; any part may be missing. */
const weighing = z
  .strictObject({
    subject: z.enum(REVIEW_SUBJECTS, oneOf(REVIEW_SUBJECTS)).default('proposal').meta({
      description: 'What is reviewed. Trade-offs are asked of proposals and physical measures alone.',
    }),
    tradeOffs: z.partialRecord(z.enum(TRADE_OFFS, oneOf(TRADE_OFFS)), weighedInterest),
    perspectives: z
      .partialRecord(z.enum(PERSPECTIVES, oneOf(PERSPECTIVES)), note.nullable())
      .meta({ description: 'A note each; null = it does not matter here.' }),
    conditions: z.array(textField(500), 'a list of texts').max(20, 'at most 20 conditions').default([]),
    assessment: optionalText(5000).meta({
      description: 'What its author makes of the place; it goes into the public document.',
    }),
  })
  .meta({ id: 'Weighing' })

export const weighReview = defineEndpoint({
  ...changes,
  id: 'weighReview',
  method: 'put',
  path: REVIEW_PATHS.reviewWeighing,
  summary: 'Save the trade-offs, the perspectives and the conditions, until the decision',
  body: weighing,
  ifMatch: 'required',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict'],
})

const requested = z.strictObject({
  party: textField(200),
  askedOn: dateField,
  answeredOn: dateField.nullable().default(null),
  summary: optionalText(2000),
})
const answer = z.strictObject({ number: wholeNumber(1, 100), answeredOn: dateField, summary: note })

export const logConsultation = defineEndpoint({
  ...changes,
  id: 'logConsultation',
  method: 'post',
  path: REVIEW_PATHS.reviewConsultations,
  summary: 'Log a consulted party, or the answer of one',
  body: z.union(
    [requested, answer],
    'a party with the day it was asked, or the number of one with its answer',
  ),
  ifMatch: 'optional',
  responses: { 200: REVIEW_CHANGED },
  errors: ['conflict'],
})

export const verifyReview = defineEndpoint({
  id: 'verifyReview',
  method: 'post',
  path: REVIEW_PATHS.reviewVerification,
  tag: 'reviews',
  access: 'reviews.read',
  audit: null,
  summary: 'Recompute the evidence of a review as of its version and compare',
  params: idParams,
  responses: { 200: json('Whether they agree.', z.looseObject({ agrees: z.boolean() })) },
  errors: ['unprocessable'],
  deadlineMs: 120_000,
  heavy: true,
})
