import { z } from 'zod'
import { CELL_CLASSES, type CellClass } from '../engine/statistics/surface-types.ts'
import { defineEndpoint } from '../platform/http/endpoint.ts'
import { bboxField } from '../platform/http/fields/bbox.ts'
import { HOTSPOT_PATHS } from './paths.ts'
import { surfaceQueryShape } from './surface-query.ts'

export type { CellClass } from '../engine/statistics/surface-types.ts'

const YES_NO = 'true or false'
const AREA_ID_RULE = 'the id of an area'
const CELL_RULE = 'i,j of a cell, two whole numbers'
const ZOOM_RULE = 'a number from 0 to 24'

/** The zoom that `cell=auto` goes by. */
export const zoomField = z
  .string(ZOOM_RULE)
  .regex(/^(\d|1\d|2[0-4])(\.\d{1,6})?$/, ZOOM_RULE)
  .transform(Number)
  .meta({
    description: 'Zoom of the map that cell=auto goes by, 0–24: needed with it, refused without it.',
  })

const hotspotQuery = z.strictObject({
  ...surfaceQueryShape,
  zoom: zoomField.optional(),
  bbox: bboxField.optional(),
  within: z
    .string(AREA_ID_RULE)
    .regex(/^[1-9]\d{0,8}$/, AREA_ID_RULE)
    .transform(Number)
    .optional()
    .meta({ description: 'Id of an area; crops what is returned, never the statistic.' }),
  at: z
    .string(CELL_RULE)
    .regex(/^-?\d{1,7},-?\d{1,7}$/, CELL_RULE)
    .transform((text) => {
      const [i, j] = text.split(',').map(Number) as [number, number]
      return { i, j }
    })
    .optional()
    .meta({ description: 'i,j of one cell; crops what is returned, never the statistic.' }),
  empty: z
    .enum(['true', 'false'], YES_NO)
    .default('false')
    .meta({ description: 'Whether cells without incidents are returned too.' }),
  format: z.enum(['geojson', 'csv', 'summary'], 'one of geojson, csv, summary').optional().meta({
    description:
      'CSV has the figures and the centre of each cell, without outlines and `analysis`; summary the number of cells by class, with `analysis`. GeoJSON unless given, or CSV where `Accept` prefers it.',
  }),
})

const figure = z.number().nullable()

/** One cell with its figures; 6 significant digits. */
const cellProperties = z
  .strictObject({
    i: z.int(),
    j: z.int(),
    count: z.number(),
    sum: z.number(),
    expected: z.number(),
    ratio: figure,
    low: figure,
    high: figure,
    p: z.number(),
    q: z.number(),
    class: z.enum(CELL_CLASSES),
    dominance: figure,
    z: figure,
    pNormal: figure,
  })
  .meta({ id: 'CellProperties' })

const analysis = z.looseObject({
  snapshotVersion: z.string(),
  query: z.unknown(),
  cells: z.int(),
  incidents: z.number(),
  outside: z.number().nullable().meta({
    description: 'Incidents that lie in no cell; null for sums of units, which do not include them.',
  }),
  timeUnknown: z.number(),
  units: z
    .strictObject({
      cell: z.int(),
      step: z.enum(['month', 'quarter', 'year']),
      cutAt: z.iso.datetime(),
      withoutSetting: z.array(z.string()).meta({
        description: 'Sources that are left out: none of their incidents says in what setting it took place.',
      }),
    })
    .nullable(),
  notices: z.array(z.strictObject({ sv: z.string(), en: z.string() })),
  mean: z.number(),
  sd: z.number(),
  alpha: z.number(),
  method: z.unknown(),
})

const hotspotCollection = z
  .strictObject({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.looseObject({
        type: z.literal('Feature'),
        geometry: z.looseObject({ type: z.literal('Polygon') }),
        properties: cellProperties,
      }),
    ),
    analysis,
  })
  .meta({ id: 'HotspotCollection' })

const count = z.int().min(0)

const hotspotSummary = z
  .strictObject({
    classes: z.strictObject({
      ...(Object.fromEntries(CELL_CLASSES.map((name) => [name, count])) as Record<CellClass, typeof count>),
      none: count.meta({ description: 'Nothing is recorded in the cell and its neighbours.' }),
    }),
    analysis,
  })
  .meta({ id: 'HotspotSummary' })

export type HotspotSummary = z.infer<typeof hotspotSummary>

export const getHotspots = defineEndpoint({
  id: 'getHotspots',
  method: 'get',
  path: HOTSPOT_PATHS.hotspots,
  tag: 'map',
  access: 'hotspots.read',
  audit: 'units-read',
  summary: 'Cells of the hotspot surface',
  description:
    'Statistics are over every cell of the city; bbox, at and within only crop what is returned, together to what lies in all of them. At most 50,000 cells. Planners and coordinators are answered from units of a cut, `analysis.units`, that no row moves until the next: incidents known not to be in a dwelling, not flagged, not sensitive, by group and whole closed calendar months (people: quarters), by chosen categories and closed calendar years; the six parts of the week (06–14, 14–22, 22–06 on weekdays or weekends) by group and closed calendar years, in cells of 200 m and more. Coarser cells take units by share of area. Their period is widened to what it touches: `analysis.query` says what was counted, `analysis.notices` that it was widened; `dominance` is null. What is finer is `forbidden`, a period of which nothing has closed is `unprocessable`. For analysts a period that cuts a month of which a source knows incidents to the month only is widened to whole months.',
  query: hotspotQuery,
  responses: {
    200: {
      description:
        'The cells with the foreign member `analysis`, the same cells as CSV, or their number by class.',
      content: {
        'application/geo+json': hotspotCollection,
        'text/csv': z.string(),
        'application/json': hotspotSummary,
      },
    },
  },
  errors: ['too-large', 'not-found', 'unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})
