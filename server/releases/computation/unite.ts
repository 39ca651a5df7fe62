import { featureCollection, polygon, union } from '@turf/turf'
import type { MultiPolygon, Polygon, Position } from 'geojson'

type Shape = Polygon | MultiPolygon

/** One outline round several that touch: metres on the 1 cm grid; a single one is given back as it is. */
export function unite(shapes: readonly Shape[]): Shape {
  if (shapes.length === 1) return shapes[0]!
  const parts = shapes.flatMap((shape) =>
    shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates,
  )
  const united = union(featureCollection(parts.map((rings) => polygon(rings))))
  if (united === null) throw new TypeError('Areas to unite have outlines.')
  return mapPositions(united.geometry, ([x, y]) => [toCentimetre(x!), toCentimetre(y!)])
}

function mapPositions(shape: Shape, of: (position: Position) => Position): Shape {
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(of)) }
    : {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(of))),
      }
}

function toCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100
}
