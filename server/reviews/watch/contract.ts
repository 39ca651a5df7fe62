import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { texts } from '../../platform/http/fields/texts.ts'
import { REVIEW_PATHS } from '../paths.ts'
import { CHANGE_KINDS } from './compare-findings.ts'
import { WATCH_STATES } from './review-watch.ts'

const ID_RULE = 'the id of a review'

const watchedReview = z
  .strictObject({
    reviewId: z.int(),
    proposalId: z.int().nullable(),
    title: z.string().nullable(),
    state: z.enum(WATCH_STATES).meta({
      description:
        'failed: the check could not be made. postponed: other checks took the time; the next request makes it.',
    }),
    computedAt: z.iso.datetime().meta({ description: 'When the stored evidence was computed.' }),
    cutAt: z.iso.datetime().nullable().meta({ description: 'The latest cut, which the figures are of.' }),
    changes: z.array(
      z.strictObject({
        finding: z.string(),
        change: z.enum(CHANGE_KINDS),
        before: texts.nullable(),
        now: texts.nullable(),
      }),
    ),
  })
  .meta({ id: 'WatchedReview' })
export type WatchedReviewResponse = z.output<typeof watchedReview>

export const listReviewWatches = defineEndpoint({
  id: 'listReviewWatches',
  method: 'get',
  path: REVIEW_PATHS.reviewWatches,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'Reviews whose evidence is not locked, compared with the data as they are now',
  query: z.strictObject({
    reviewId: z
      .string(ID_RULE)
      .regex(/^[1-9]\d{0,8}$/, ID_RULE)
      .transform(Number)
      .optional()
      .meta({ description: 'Only this review.' }),
  }),
  responses: { 200: json('Reviews.', z.strictObject({ items: z.array(watchedReview) })) },
  deadlineMs: 30_000,
  heavy: true,
})
