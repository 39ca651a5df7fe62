import type { MultiPolygon, Point, Polygon, Position } from 'geojson'
import { rewind } from '@turf/turf'
import { type DomainError, invalidField } from '../engine/errors.ts'
import { DRAWN_MESSAGES as MESSAGES } from '../engine/geometry/outline-messages.ts'
import type { Texts } from '../engine/texts.ts'
import type { Projection } from '../engine/projection/projection.ts'

type Geometry = Point | Polygon | MultiPolygon

/**
 * A geometry as it is stored: metres in the city's CRS on the 1 cm grid, repeated positions removed, rings wound as
 * RFC 7946 says, heights dropped.
 *
 * @param geometry WGS 84, its form checked
 * @throws DomainError `invalid-geometry` when a position lies out of the CRS's reach or a ring has no area
 */
export function toPlanarGeometry<G extends Geometry>(geometry: G, projection: Projection): G {
  if (geometry.type === 'Point') {
    return { type: 'Point', coordinates: planarPosition(geometry.coordinates, projection) } as G
  }
  const wound = rewind(structuredClone(geometry)) as Polygon | MultiPolygon
  const rings = (polygon: Position[][]) => polygon.map((ring) => planarRing(ring, projection))
  return wound.type === 'Polygon'
    ? ({ type: 'Polygon', coordinates: rings(wound.coordinates) } as G)
    : ({ type: 'MultiPolygon', coordinates: wound.coordinates.map(rings) } as G)
}

/** The same geometry in WGS 84: what an answer shows. */
export function toGeographicGeometry<G extends Geometry>(planar: G, projection: Projection): G {
  const position = ([x, y]: Position): Position => [...projection.toWgs84(x!, y!)]
  switch (planar.type) {
    case 'Point':
      return { type: 'Point', coordinates: position(planar.coordinates) } as G
    case 'Polygon':
      return { type: 'Polygon', coordinates: planar.coordinates.map((ring) => ring.map(position)) } as G
    case 'MultiPolygon': {
      const coordinates = planar.coordinates.map((rings) => rings.map((ring) => ring.map(position)))
      return { type: 'MultiPolygon', coordinates } as G
    }
  }
}

function planarRing(ring: readonly Position[], projection: Projection): Position[] {
  const points = ring.map((position) => planarPosition(position, projection))
  const distinct = points.filter(
    (p, n) => n === 0 || p[0] !== points[n - 1]![0] || p[1] !== points[n - 1]![1],
  )
  if (distinct.length < 4) throw invalid(ring[0]!, MESSAGES.corners)
  return distinct
}

function planarPosition([lon, lat]: Position, projection: Projection): Position {
  const point = projection.toPlanar(lon!, lat!)
  if (point === null) throw invalid([lon!, lat!], MESSAGES.outOfReach(projection.srid, [lon!, lat!]))
  return [...point]
}

function invalid(value: unknown, rule: Texts): DomainError {
  return invalidField('invalid-geometry', { field: 'geometry', value, rule })
}
