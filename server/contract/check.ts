import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'
import { EDGES } from '../domain/query.ts'
import { defineEndpoint, json } from './endpoint.ts'
import { areaGeometrySchema } from './geojson.ts'
import { PATHS } from './paths.ts'
import { idParams, wholeNumber } from './text-fields.ts'

const EDGE_RULE = `one of ${EDGES.join(', ')}`
const RINGS_RULE = 'up to 4 outer radii in metres, ascending, each 1 to 2000'

const feature = z.looseObject({ type: z.literal('Feature'), geometry: areaGeometrySchema })
const collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(feature, 'a list of features').length(1, 'exactly one feature'),
})

/** The polygon of a check, also when it comes wrapped as files have it. */
const checkGeometry = z
  .union(
    [areaGeometrySchema, feature, collection],
    'a Polygon or MultiPolygon, or a Feature or FeatureCollection of one',
  )
  .transform((given): Polygon | MultiPolygon => {
    if (given.type === 'FeatureCollection') return given.features[0]!.geometry
    return given.type === 'Feature' ? given.geometry : given
  })
  .meta({ description: 'WGS 84, at most 5 km².' })

/** What may be set for a check besides its polygon. */
export const checkOptions = {
  from: z.string('a date or time').max(40).optional(),
  to: z.string('a date or time').max(40).optional(),
  ringMetres: z
    .array(wholeNumber(1, 2000), RINGS_RULE)
    .min(1, RINGS_RULE)
    .max(4, RINGS_RULE)
    .refine((radii) => radii.every((radius, n) => n === 0 || radius > radii[n - 1]!), RINGS_RULE)
    .optional(),
  edgeMetres: z.literal([...EDGES], EDGE_RULE).optional(),
} as const

/** Evidence and its hash: the shape is that of `server/domain/evidence.ts`. */
export const checkResult = z
  .looseObject({
    evidence: z.looseObject({
      zones: z.array(z.unknown()),
      counts: z.array(z.unknown()),
      findings: z.array(z.looseObject({ id: z.string(), sv: z.string(), en: z.string() })),
      provenance: z.looseObject({ snapshotVersion: z.string() }),
    }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'CheckResult' })

export const checkPolygon = defineEndpoint({
  id: 'checkPolygon',
  method: 'post',
  path: PATHS.check,
  tag: 'check',
  access: 'checks.run',
  summary: 'The evidence for a polygon that is not saved',
  body: z.strictObject({ geometry: checkGeometry, ...checkOptions }).meta({ id: 'CheckRequest' }),
  responses: { 200: json('Evidence.', checkResult) },
  errors: ['invalid-geometry', 'unprocessable', 'forbidden', 'busy', 'deadline-exceeded'],
  deadlineMs: 30_000,
  heavy: true,
})

export const reviewSummary = z
  .looseObject({
    id: z.int(),
    proposalId: z.int().nullable(),
    snapshotVersion: z.string(),
    state: z.string(),
    createdAt: z.string(),
    sha256: z.string(),
  })
  .meta({ id: 'Review' })

export const openReview = defineEndpoint({
  id: 'openReview',
  method: 'post',
  path: PATHS.proposalReviews,
  tag: 'reviews',
  access: 'reviews.write',
  thing: 'proposals.read',
  summary: 'Compute the evidence for a proposal and open a review that keeps it',
  params: idParams,
  body: z.strictObject(checkOptions),
  responses: { 201: { ...json('Opened.', reviewSummary), headers: { Location: 'Its path.' } } },
  errors: ['not-found', 'invalid-geometry', 'unprocessable', 'forbidden', 'busy', 'deadline-exceeded'],
  deadlineMs: 30_000,
  heavy: true,
})

export const listReviews = defineEndpoint({
  id: 'listReviews',
  method: 'get',
  path: PATHS.proposalReviews,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'The reviews of a proposal',
  params: idParams,
  responses: { 200: json('Reviews.', z.strictObject({ items: z.array(reviewSummary) })) },
  errors: ['not-found', 'forbidden'],
})

export const getReview = defineEndpoint({
  id: 'getReview',
  method: 'get',
  path: PATHS.review,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'A review with its stored evidence, byte for byte',
  params: idParams,
  responses: { 200: json('The review.', reviewSummary) },
  errors: ['not-found', 'forbidden'],
})

export const verifyReview = defineEndpoint({
  id: 'verifyReview',
  method: 'post',
  path: PATHS.reviewVerification,
  tag: 'reviews',
  access: 'reviews.read',
  audit: null,
  summary: 'Compute a review again as of its version and compare',
  params: idParams,
  responses: { 200: json('Whether they agree.', z.looseObject({ agrees: z.boolean() })) },
  errors: ['not-found', 'unprocessable', 'forbidden', 'busy', 'deadline-exceeded'],
  deadlineMs: 120_000,
  heavy: true,
})

export const getReviewPage = defineEndpoint({
  id: 'getReviewPage',
  method: 'get',
  path: PATHS.reviewPage,
  tag: 'reviews',
  access: 'reviews.read',
  summary: 'A review as a page for print',
  params: idParams,
  query: z.strictObject({ lang: z.enum(['sv', 'en'], 'one of sv, en').default('sv') }),
  responses: { 200: { description: 'HTML.', content: { 'text/html': z.string() } } },
  errors: ['not-found', 'forbidden'],
})
