import type { MultiPolygon, Polygon } from 'geojson'
import { z } from 'zod'
import { EDGES } from '../engine/snapshot/query.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { areaGeometrySchema } from '../platform/http/fields/geojson.ts'
import { CHECK_PATHS } from './paths.ts'
import { INSTANT_RULE } from '../platform/http/fields/instant.ts'
import { RING_REACH } from './request.ts'
import { instantText, wholeNumber } from '../platform/http/fields/text-fields.ts'

export type { Interval, OpenInterval } from '../engine/statistics/interval.ts'
export type { CheckResponse, CheckResult, ExactCount } from './check-response.ts'
export type {
  CellEvidence,
  CountEvidence,
  Evidence,
  EvidencePeriod,
  EvidenceZone,
  Finding,
  ProfileEvidence,
  RankEvidence,
} from './evidence.ts'
export type { ComparedCheck } from './compare-check.ts'

const EDGE_RULE = `one of ${EDGES.join(', ')}`
const RINGS_RULE = `up to 4 outer radii in metres, ascending, each ${RING_REACH.min} to ${RING_REACH.max}`

const feature = z.looseObject({ type: z.literal('Feature'), geometry: areaGeometrySchema })
const collection = z.looseObject({
  type: z.literal('FeatureCollection'),
  features: z.array(feature, 'a list of features').length(1, 'exactly one feature'),
})

/** The polygon of a check, also wrapped in a Feature or FeatureCollection. */
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

/** Settings of a check besides its polygon. */
export const checkOptions = {
  from: instantText.optional().meta({
    description: `Start of the period, included: ${INSTANT_RULE}. Given with to; without both, the last twelve months that incidents are known of. Counted are the whole calendar months that it touches and that have closed.`,
  }),
  to: instantText.optional().meta({
    description: 'End of the period, not included, in the same form. Given with from.',
  }),
  ringMetres: z
    .array(wholeNumber(RING_REACH.min, RING_REACH.max), RINGS_RULE)
    .min(1, RINGS_RULE)
    .max(4, RINGS_RULE)
    .refine((radii) => radii.every((radius, n) => n === 0 || radius > radii[n - 1]!), RINGS_RULE)
    .optional()
    .meta({
      description:
        'Outer radii of the rings round the polygon, metres, ascending; 100 and 250 unless given. A ring is every cell of 50 m whose centre lies that near and that is in no zone before it.',
    }),
  edgeMetres: z
    .literal([...EDGES], EDGE_RULE)
    .optional()
    .meta({
      description: 'Length of a side of the cells that it is compared with, metres; 200 unless given.',
    }),
} as const

/** Evidence, its hash and the unstored parts of the response: the shapes are those of `server/checks/evidence.ts`. */
const checkResponse = z
  .looseObject({
    evidence: z.looseObject({
      method: z.strictObject({ id: z.string(), version: z.int() }),
      zones: z.array(z.unknown()),
      counts: z.array(z.unknown()),
      findings: z.array(z.looseObject({ id: z.string(), sv: z.string(), en: z.string() })),
      provenance: z.looseObject({ snapshotVersion: z.string() }),
    }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    cells: z
      .looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
      .meta({ description: 'The cells of the site and its rings, WGS 84; `zone` is 0 for the site.' }),
    touchedCells: z
      .looseObject({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) })
      .meta({
        description: 'The coarser cells that the evidence names, WGS 84; `id` is that of the evidence.',
      }),
    alternative: z
      .looseObject({
        evidence: z.looseObject({}),
        sha256: z.string(),
        differences: z.strictObject({
          sharedCells: z.int().meta({
            description: 'Cells of both sites. With any they are not independent, and nothing is compared.',
          }),
          groups: z.array(
            z.strictObject({
              group: z.string(),
              ratio: z.number().nullable(),
              interval: z.strictObject({ low: z.number(), high: z.number().nullable() }),
              scaled: z.boolean(),
            }),
          ),
        }),
      })
      .nullable()
      .meta({
        description:
          'The evidence of the area in `against`, and for each group the reports per hectare on the first site by those on it, with the exact 95 % interval. Null without `against`.',
      }),
    cutAt: z.iso.datetime().nullable().meta({
      description:
        'When the cut was made that incidents are counted as of; null for analysts, whose counts are of now.',
    }),
    exact: z
      .array(z.strictObject({ group: z.string(), count: z.number() }))
      .nullable()
      .meta({
        description:
          'Incidents inside the drawn line, for analysts; not part of the evidence and never stored. Null for others, and where only the sums of cells are known.',
      }),
  })
  .meta({ id: 'CheckAnswer' })

export const checkPolygon = defineEndpoint({
  id: 'checkPolygon',
  method: 'post',
  path: CHECK_PATHS.check,
  tag: 'check',
  access: 'checks.run',
  audit: 'units-read',
  summary: 'The evidence for a polygon that is not saved',
  body: z
    .strictObject({
      geometry: checkGeometry,
      against: checkGeometry
        .optional()
        .meta({ description: 'Another area, which is checked over the same period and compared with it.' }),
      ...checkOptions,
    })
    .meta({ id: 'CheckRequest' }),
  responses: { 200: json('Evidence.', checkResponse) },
  errors: ['invalid-geometry', 'unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})
