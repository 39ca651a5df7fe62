import { z } from 'zod'
import { TILE_LAYERS } from '../../tiles/schema.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { MAP_PATHS } from './paths.ts'
import { MISSING } from './missing.ts'
import { surfaceQueryShape } from '../hotspots/index.ts'
import { incidentFilterShape } from '../platform/http/fields/incident-filter.ts'

const layer = z.enum(TILE_LAYERS)
const LAYER_RULE = `one of ${TILE_LAYERS.join(', ')}`
/** Any name: an unknown layer is a 404 of the tile service. */
const layerName = z
  .string(LAYER_RULE)
  .regex(/^[a-z-]{1,40}$/, LAYER_RULE)
  .meta({ description: LAYER_RULE })
const inBothLanguages = z.strictObject({ sv: z.string(), en: z.string() })

export const getLayers = defineEndpoint({
  id: 'getLayers',
  method: 'get',
  path: MAP_PATHS.layers,
  tag: 'map',
  access: 'map.read',
  summary: 'The layers that the caller may see',
  responses: {
    200: json(
      'Layers in drawing order, lowest first.',
      z
        .looseObject({
          layers: z.array(z.looseObject({ id: layer, titles: inBothLanguages, tileJson: z.string() })),
        })
        .meta({ id: 'Layers' }),
    ),
  },
})

const TILE_QUERY_RULE =
  '`hotspots` takes all parameters (what planners and coordinators may ask, and what they are answered from: see `GET /api/hotspots`), `incidents` all but cell, time and exposure and no precision coarser than street; other layers take none.'

/** The parameters of a surface or an incident filter, checked by the layer. */
const tileQuery = z.looseObject({ ...surfaceQueryShape, ...incidentFilterShape })

const cityMap = z
  .strictObject({
    bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]).meta({
      description:
        'West, south, east, north, degrees: round the study area, else round the data that the caller is told of.',
    }),
    incidentsThrough: z.iso.date().nullable().meta({
      description:
        'The last day that an incident begins on, today at the latest; for planners and coordinators the last day of its month. Null where there are none.',
    }),
    missing: z.array(z.enum(MISSING)).meta({
      description: 'What a good map lacks, for those who may add it.',
    }),
  })
  .meta({ id: 'Map' })

export type CityMap = z.infer<typeof cityMap>

export const getMap = defineEndpoint({
  id: 'getMap',
  method: 'get',
  path: MAP_PATHS.map,
  tag: 'map',
  access: 'map.read',
  summary: 'The opening view of the map, and the last day with incidents',
  responses: {
    200: json('What a map opens with.', cityMap),
  },
})

export const getTileJson = defineEndpoint({
  id: 'getTileJson',
  method: 'get',
  path: MAP_PATHS.tileJson,
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
          vector_layers: z.array(
            z.looseObject({
              id: z.string(),
              fields: z.record(z.string(), z.enum(['Number', 'String', 'Boolean'])),
              meanings: z.record(z.string(), z.string()),
            }),
          ),
          minzoom: z.int(),
          maxzoom: z.int(),
        })
        .meta({ id: 'TileJson' }),
    ),
  },
  errors: ['unprocessable'],
})

const tileCoordinate = z
  .string('a whole number')
  .regex(/^(0|[1-9]\d{0,7})$/, 'a whole number')
  .meta({ description: 'Zoom, column and row of the tile (XYZ, from the north-west).' })

export const getTile = defineEndpoint({
  id: 'getTile',
  method: 'get',
  path: MAP_PATHS.tile,
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
  errors: ['unprocessable'],
})
