import { difference, featureCollection, intersect, polygon, union } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'

/** Metres in the city's CRS on the 1 cm grid. */
export type Shape = Polygon | MultiPolygon

/** Smaller pieces are slivers between inaccurately drawn neighbours, and are dropped. */
const MIN_PIECE_M2 = 1

/** One outline round several that touch; a single one is given back as it is. */
export function unite(shapes: readonly Shape[]): Shape {
  if (shapes.length === 1) return shapes[0]!
  const united = union(featureCollection(shapes.flatMap(partsOf)))
  if (united === null) throw new TypeError('Areas to unite have outlines.')
  return onGrid(united.geometry)
}

/** The intersection of two shapes; null for next to nothing. */
export function common(a: Shape, b: Shape): Shape | null {
  return kept(intersect(featureCollection([featureOf(a), featureOf(b)])))
}

/** The part of a shape that no other covers; null for next to nothing. */
export function remainder(whole: Shape, covering: readonly Shape[]): Shape | null {
  return kept(difference(featureCollection([featureOf(whole), ...covering.map(featureOf)])))
}

/** m² */
export function sizeOf(shape: Shape): number {
  return regionArea(polygonRegion(planarPolygon(shape)))
}

function kept(feature: Feature<Shape> | null): Shape | null {
  if (feature === null) return null
  const shape = onGrid(feature.geometry)
  return sizeOf(shape) < MIN_PIECE_M2 ? null : shape
}

function featureOf(geometry: Shape): Feature<Shape> {
  return { type: 'Feature', properties: {}, geometry }
}

function partsOf(shape: Shape): Feature<Polygon>[] {
  return shape.type === 'Polygon'
    ? [polygon(shape.coordinates)]
    : shape.coordinates.map((rings) => polygon(rings))
}

function onGrid(shape: Shape): Shape {
  const rounded = ([x, y]: Position): Position => [toCentimetre(x!), toCentimetre(y!)]
  return shape.type === 'Polygon'
    ? { type: 'Polygon', coordinates: shape.coordinates.map((ring) => ring.map(rounded)) }
    : {
        type: 'MultiPolygon',
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map(rounded))),
      }
}

function toCentimetre(metres: number): number {
  return Math.round(metres * 100) / 100
}
