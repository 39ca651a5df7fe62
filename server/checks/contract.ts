import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'
import { EDGES } from '../engine/snapshot/query.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { areaGeometrySchema } from '../platform/http/fields/geojson.ts'
import { CHECK_PATHS } from './paths.ts'
import { INSTANT_RULE } from '../platform/http/fields/instant.ts'
import { instantText, wholeNumber } from '../platform/http/fields/text-fields.ts'

export type { Interval, OpenInterval } from '../engine/statistics/interval.ts'
export type {
  CellEvidence,
  CheckResult,
  CountEvidence,
  Evidence,
  EvidenceZone,
  Finding,
  ProfileEvidence,
  RankEvidence,
} from './evidence.ts'

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
  from: instantText.optional().meta({
    description: `Start of the period, included: ${INSTANT_RULE}. Given with to; without both, the 365 days up to the last incident.`,
  }),
  to: instantText.optional().meta({
    description: 'End of the period, not included, in the same form. Given with from.',
  }),
  ringMetres: z
    .array(wholeNumber(1, 2000), RINGS_RULE)
    .min(1, RINGS_RULE)
    .max(4, RINGS_RULE)
    .refine((radii) => radii.every((radius, n) => n === 0 || radius > radii[n - 1]!), RINGS_RULE)
    .optional()
    .meta({
      description: 'Outer radii of the rings round the polygon, metres, ascending; 100 and 250 unless given.',
    }),
  edgeMetres: z
    .literal([...EDGES], EDGE_RULE)
    .optional()
    .meta({
      description: 'Length of a side of the cells that it is compared with, metres; 200 unless given.',
    }),
} as const

/** Evidence and its hash: the shape is that of `server/checks/evidence.ts`. */
const checkResult = z
  .looseObject({
    evidence: z.looseObject({
      method: z.strictObject({ id: z.string(), version: z.int() }),
      zones: z.array(z.unknown()),
      counts: z.array(z.unknown()),
      findings: z.array(z.looseObject({ id: z.string(), sv: z.string(), en: z.string() })),
      provenance: z.looseObject({ snapshotVersion: z.string() }),
    }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    notices: z.array(z.strictObject({ sv: z.string(), en: z.string() })),
  })
  .meta({ id: 'CheckResult' })

export const checkPolygon = defineEndpoint({
  id: 'checkPolygon',
  method: 'post',
  path: CHECK_PATHS.check,
  tag: 'check',
  access: 'checks.run',
  audit: null,
  summary: 'The evidence for a polygon that is not saved',
  body: z.strictObject({ geometry: checkGeometry, ...checkOptions }).meta({ id: 'CheckRequest' }),
  responses: { 200: json('Evidence.', checkResult) },
  errors: ['invalid-geometry', 'unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})
