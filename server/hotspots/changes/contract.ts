import { z } from 'zod'
import { CHANGE_CLASSES, type ChangeClass } from '../../engine/statistics/difference-surface.ts'
import { defineEndpoint } from '../../platform/http/endpoint.ts'
import { bboxField } from '../../platform/http/fields/bbox.ts'
import { texts } from '../../platform/http/fields/texts.ts'
import { zoomField } from '../contract.ts'
import { HOTSPOT_PATHS } from '../paths.ts'
import { surfaceQueryShape } from '../surface-query.ts'

const YEARS_RULE = 'a number from 1 to 5'
const figure = z.number().nullable()
const count = z.int().min(0)

const changedCell = z.strictObject({
  type: z.literal('Feature'),
  geometry: z.strictObject({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))),
  }),
  properties: z
    .strictObject({
      i: z.int(),
      j: z.int(),
      now: z.number().meta({ description: 'Incidents in the cell and its neighbours.' }),
      before: z.number(),
      ratio: figure.meta({ description: 'By length of period; null where there was nothing before.' }),
      low: z.number(),
      high: figure.meta({ description: 'Null where there was nothing before: no upper bound.' }),
      p: z.number(),
      q: z.number(),
      class: z.enum(CHANGE_CLASSES),
    })
    .meta({ id: 'CellChange' }),
})

export type ChangedCell = z.infer<typeof changedCell>

const changeCounts = z.strictObject(
  Object.fromEntries(CHANGE_CLASSES.map((name) => [name, count])) as Record<ChangeClass, typeof count>,
)

export type ChangeCounts = z.infer<typeof changeCounts>

const comparedPeriod = z.strictObject({
  from: z.string(),
  to: z.string().meta({ description: 'Not included.' }),
  incidents: z.number().meta({ description: 'In all cells of the city.' }),
})

const hotspotChanges = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(changedCell),
    analysis: z.strictObject({
      snapshotVersion: z.string(),
      cell: z.int(),
      years: z.int(),
      now: comparedPeriod,
      before: comparedPeriod,
      city: z.strictObject({ ratio: figure, low: figure, high: figure, p: z.number() }),
      classes: changeCounts,
      alpha: z.number(),
      notices: z.array(texts),
      method: texts,
    }),
  })
  .meta({ id: 'HotspotChanges' })

export type HotspotChanges = z.infer<typeof hotspotChanges>

export const getHotspotChanges = defineEndpoint({
  id: 'getHotspotChanges',
  method: 'get',
  path: HOTSPOT_PATHS.changes,
  tag: 'map',
  access: 'hotspots.read',
  audit: 'units-read',
  summary: 'Cells in which more or fewer incidents were recorded than in the same days of an earlier year',
  description:
    'Each cell with its neighbours, two counts compared exactly (conditional binomial), adjusted over every cell of the city (Benjamini–Hochberg, 5 %). Only cells that can be told apart are returned; `analysis.classes` counts the others. Who may ask for what, and how periods are widened: see `GET /api/hotspots`.',
  query: z.strictObject({
    ...surfaceQueryShape,
    zoom: zoomField.optional(),
    bbox: bboxField.optional(),
    years: z
      .string(YEARS_RULE)
      .regex(/^[1-5]$/, YEARS_RULE)
      .transform(Number)
      .default(1)
      .meta({ description: `How many years earlier: ${YEARS_RULE}.` }),
  }),
  responses: {
    200: { description: 'The cells that differ.', content: { 'application/geo+json': hotspotChanges } },
  },
  errors: ['unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})
