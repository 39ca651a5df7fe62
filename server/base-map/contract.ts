import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { BASE_MAP_PATHS } from './paths.ts'

const attribution = z
  .string()
  .meta({ description: 'Whom the map is by, as HTML of strangers: to be sanitized.' })

const none = z.strictObject({ kind: z.literal('none') })

const protomaps = z.strictObject({
  kind: z.literal('protomaps'),
  tiles: z.string().meta({ description: 'Template of their addresses.' }),
  minzoom: z.int(),
  maxzoom: z.int(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  attribution,
})

const style = z
  .strictObject({
    kind: z.literal('style'),
    sources: z.record(z.string(), z.looseObject({ type: z.string() })),
    layers: z.array(z.looseObject({ id: z.string(), type: z.string() })),
    glyphs: z.string().nullable(),
    sprite: z.string().nullable(),
  })
  .meta({ id: 'BaseMapStyle' })

const baseMap = z.discriminatedUnion('kind', [none, protomaps, style]).meta({ id: 'BaseMap' })

/** What lies below the city: nothing, tiles in the schema of Protomaps, or the sources and layers of a style with whole addresses. */
export type BaseMap = z.infer<typeof baseMap>
export type BaseMapStyle = z.infer<typeof style>

export const getBaseMap = defineEndpoint({
  id: 'getBaseMap',
  method: 'get',
  path: BASE_MAP_PATHS.baseMap,
  tag: 'map',
  access: 'anyone',
  authenticates: false,
  summary: 'The base map below the city’s own layers',
  responses: { 200: json('Which there is, if any.', baseMap) },
})

const tileCoordinate = z
  .string('a whole number')
  .regex(/^(0|[1-9]\d{0,7})$/, 'a whole number')
  .meta({ description: 'Of the tile, as in the XYZ scheme.' })

export const getBaseMapTile = defineEndpoint({
  id: 'getBaseMapTile',
  method: 'get',
  path: BASE_MAP_PATHS.baseMapTile,
  tag: 'map',
  access: 'anyone',
  authenticates: false,
  summary: 'A tile of the base map that this server keeps, in the schema of Protomaps',
  params: z.strictObject({ z: tileCoordinate, x: tileCoordinate, y: tileCoordinate }),
  responses: {
    200: {
      description: 'MVT 2.1.',
      content: { 'application/vnd.mapbox-vector-tile': z.string().meta({ format: 'binary' }) },
      headers: { ETag: 'Of the archive and the tile.' },
    },
    204: { description: 'Nothing there.' },
    304: { description: 'The caller’s copy is good.' },
  },
  errors: ['not-found'],
})
