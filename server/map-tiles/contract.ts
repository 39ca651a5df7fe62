import { z } from 'zod'
import { TILE_LAYERS } from '../../tiles/schema.ts'
import { CELL_CLASSES } from '../engine/statistics/surface-types.ts'
import { bboxField } from '../platform/http/fields/bbox.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { incidentFilterShape } from '../incidents/incident-filter.ts'
import { PATHS } from '../platform/http/paths.ts'
import { surfaceQueryShape } from '../hotspots/surface-query.ts'

const YES_NO = 'true or false'
const AREA_ID_RULE = 'the id of an area'
const ZOOM_RULE = 'a number from 0 to 24'

const hotspotQuery = z.strictObject({
  ...surfaceQueryShape,
  zoom: z
    .string(ZOOM_RULE)
    .regex(/^(\d|1\d|2[0-4])(\.\d{1,6})?$/, ZOOM_RULE)
    .transform(Number)
    .optional()
    .meta({
      description: 'Zoom of the map that cell=auto goes by, 0–24: needed with it, refused without it.',
    }),
  bbox: bboxField.optional(),
  within: z
    .string(AREA_ID_RULE)
    .regex(/^[1-9]\d{0,8}$/, AREA_ID_RULE)
    .transform(Number)
    .optional()
    .meta({ description: 'Id of an area; crops what is returned, never the statistic.' }),
  empty: z
    .enum(['true', 'false'], YES_NO)
    .default('false')
    .meta({ description: 'Whether cells without incidents are returned too.' }),
  format: z.enum(['geojson', 'csv'], 'one of geojson, csv').default('geojson').meta({
    description: 'CSV has the figures and the centre of each cell, without outlines and `analysis`.',
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
    analysis: z.looseObject({
      snapshotVersion: z.string(),
      query: z.unknown(),
      cells: z.int(),
      incidents: z.number(),
      outside: z.number(),
      timeUnknown: z.number(),
      mean: z.number(),
      sd: z.number(),
      alpha: z.number(),
      method: z.unknown(),
    }),
  })
  .meta({ id: 'HotspotCollection' })

export const getHotspots = defineEndpoint({
  id: 'getHotspots',
  method: 'get',
  path: PATHS.hotspots,
  tag: 'map',
  access: 'hotspots.read',
  summary: 'Cells of the hotspot surface',
  description:
    'Statistics are over every cell of the city; bbox and within only crop what is returned, both together to what lies in both. At most 50,000 cells. Planners and coordinators ask for cells of 100 m or more and are answered for the whole calendar months that hold their period: `analysis.query` says what was counted.',
  query: hotspotQuery,
  responses: {
    200: {
      description: 'The cells with the foreign member `analysis`, or the same cells as CSV.',
      content: { 'application/geo+json': hotspotCollection, 'text/csv': z.string() },
    },
  },
  errors: ['too-large', 'not-found'],
  deadlineMs: 30_000,
  heavy: true,
})

const layer = z.enum(TILE_LAYERS)
const LAYER_RULE = `one of ${TILE_LAYERS.join(', ')}`
/** Any name here: one that is no layer is a 404, told by the layer itself. */
const layerName = z
  .string(LAYER_RULE)
  .regex(/^[a-z-]{1,40}$/, LAYER_RULE)
  .meta({ description: LAYER_RULE })
const words = z.strictObject({ sv: z.string(), en: z.string() })

export const getLayers = defineEndpoint({
  id: 'getLayers',
  method: 'get',
  path: PATHS.layers,
  tag: 'map',
  access: 'map.read',
  summary: 'The layers that the caller may see',
  responses: {
    200: json(
      'Layers in drawing order, lowest first.',
      z
        .looseObject({
          layers: z.array(z.looseObject({ id: layer, titles: words, tileJson: z.string() })),
        })
        .meta({ id: 'Layers' }),
    ),
  },
})

const TILE_QUERY_RULE =
  '`hotspots` takes all parameters, `incidents` all but cell, time and exposure and no precision coarser than street; other layers take none.'

/** What a tile layer may be asked: the parameters of a surface or of an incident filter, checked by the layer. */
const tileQuery = z.looseObject({ ...surfaceQueryShape, ...incidentFilterShape })

export const getTileJson = defineEndpoint({
  id: 'getTileJson',
  method: 'get',
  path: PATHS.tileJson,
  tag: 'map',
  access: 'map.read',
  summary: 'TileJSON 3.0.0 of a layer',
  description: `Its tiles carry the same parameters. ${TILE_QUERY_RULE} An explicit cell sets minzoom; cell=auto goes by the zoom of each tile, which says its edge.`,
  params: z.strictObject({ layer: layerName }),
  query: tileQuery,
  responses: {
    200: json(
      'TileJSON 3.0.0.',
      z
        .looseObject({
          tilejson: z.literal('3.0.0'),
          tiles: z.array(z.string()).min(1),
          vector_layers: z.array(z.looseObject({ id: z.string(), fields: z.record(z.string(), z.string()) })),
          minzoom: z.int(),
          maxzoom: z.int(),
        })
        .meta({ id: 'TileJson' }),
    ),
  },
})

const tileCoordinate = z
  .string('a whole number')
  .regex(/^(0|[1-9]\d{0,7})$/, 'a whole number')
  .meta({ description: 'Zoom, column and row of the tile (XYZ, from the north-west).' })

export const getTile = defineEndpoint({
  id: 'getTile',
  method: 'get',
  path: PATHS.tile,
  tag: 'map',
  access: 'map.read',
  summary: 'A vector tile',
  description: TILE_QUERY_RULE,
  params: z.strictObject({ layer: layerName, z: tileCoordinate, x: tileCoordinate, y: tileCoordinate }),
  query: tileQuery,
  responses: {
    200: {
      description: 'MVT 2.1.',
      content: { 'application/vnd.mapbox-vector-tile': z.string().meta({ format: 'binary' }) },
      headers: { ETag: 'Hash of the bytes and digest of the audience.' },
    },
    204: { description: 'An empty tile.' },
    304: { description: 'The caller’s copy is good.' },
  },
})
