import type { MultiPolygon, Point, Polygon } from 'geojson'
import { z } from 'zod'

const MAX_VERTICES = 20_000

const position = z
  .array(z.number('a number'), 'a position [longitude, latitude]')
  .min(2, 'a position [longitude, latitude]')
  .max(3, 'a position [longitude, latitude]')
  .refine(
    ([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90,
    'longitude −180 to 180 and latitude −90 to 90, in this order',
  )

const ring = z
  .array(position, 'a ring of positions')
  .min(4, 'a ring has at least 4 positions')
  .refine((points) => isClosed(points), 'a ring ends where it begins')

const rings = z.array(ring, 'a list of rings').min(1, 'at least one ring')

const vertexRule = `at most ${MAX_VERTICES} vertices`

export const pointSchema: z.ZodType<Point> = z
  .strictObject({ type: z.literal('Point', 'Point'), coordinates: position })
  .meta({ id: 'Point' })

const polygonSchema = z
  .strictObject({ type: z.literal('Polygon'), coordinates: rings })
  .refine((polygon) => verticesOf([polygon.coordinates]) <= MAX_VERTICES, vertexRule)
  .meta({ id: 'Polygon' })

const multiPolygonSchema = z
  .strictObject({
    type: z.literal('MultiPolygon'),
    coordinates: z.array(rings, 'a list of polygons').min(1, 'at least one polygon'),
  })
  .refine((polygon) => verticesOf(polygon.coordinates) <= MAX_VERTICES, vertexRule)
  .meta({ id: 'MultiPolygon' })

/** A polygon or multipolygon in WGS 84 with closed rings and degrees in range; topological validity is not checked. */
export const areaGeometrySchema: z.ZodType<Polygon | MultiPolygon> = z.discriminatedUnion(
  'type',
  [polygonSchema, multiPolygonSchema],
  'a Polygon or MultiPolygon',
)

function isClosed(points: readonly (readonly number[])[]): boolean {
  const first = points[0]
  const last = points.at(-1)
  return first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1]
}

function verticesOf(polygons: readonly (readonly (readonly unknown[])[])[]): number {
  return polygons.reduce((sum, polygon) => sum + polygon.reduce((n, points) => n + points.length, 0), 0)
}

/** A feature of a request; its id is ignored, because the path has it. */
export function featureInput<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.strictObject({
    type: z.literal('Feature', 'Feature'),
    id: z.unknown().optional().meta({ description: 'Taken and ignored: the path says it.' }),
    bbox: z.unknown().optional().meta({ description: 'Taken and ignored: the geometry says it.' }),
    geometry,
    properties,
  })
}

/** A feature of a response. */
export function featureOutput<G extends z.ZodType, P extends z.ZodType>(geometry: G, properties: P) {
  return z.strictObject({ type: z.literal('Feature'), id: z.int(), geometry, properties })
}
