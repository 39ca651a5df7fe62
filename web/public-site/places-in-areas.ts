import type { FeatureCollection, Geometry, Position } from 'geojson'
import { holds } from '../map/overlap.ts'
import type { AreaOutlines, ReleaseArea } from '../releases/release.ts'
import { searchAreas } from './search-areas.ts'

/** The city's own map for the public, as far as the search reads it. */
export type ContextFile = FeatureCollection<Geometry, { readonly name?: string | null }>

/** A street, square or other named place, with the points that say where it is. */
export interface NamedPlace {
  readonly name: string
  readonly points: readonly Position[]
}

/** An area, found by its own name or by that of a place in it. */
export interface AreaHit {
  readonly area: ReleaseArea
  readonly place: string | null
}

/** The named places of the map, parts of one name together. */
export function namedPlaces({ features }: ContextFile): readonly NamedPlace[] {
  const places = new Map<string, Position[]>()
  for (const { geometry, properties } of features) {
    const name = properties.name ?? ''
    if (name !== '') places.set(name, [...(places.get(name) ?? []), ...pointsOf(geometry)])
  }
  return [...places].map(([name, points]) => ({ name, points }))
}

/** `Storgatan 12 B` as the name of its street: the map knows no numbers of houses. */
function withoutNumber(text: string): string {
  return text.replace(/\s+\d+\s*[a-zåäö]?\s*$/i, '')
}

/**
 * What a text finds: areas by name first, then the areas in which places of that name lie.
 *
 * @param outlines null until they have come: then areas alone
 */
export function searchHits(
  text: string,
  areas: readonly ReleaseArea[],
  places: readonly NamedPlace[],
  outlines: AreaOutlines | null,
  maxHits: number,
): readonly AreaHit[] {
  const hits: AreaHit[] = searchAreas(areas, text).map((area) => ({ area, place: null }))
  if (outlines === null || text.trim().length < 2) return hits.slice(0, maxHits)
  for (const { name, points } of searchAreas(places, withoutNumber(text))) {
    if (hits.length >= maxHits) break
    const keys = outlines.features
      .filter(({ geometry }) => points.some(([x = 0, y = 0]) => holds(geometry, x, y)))
      .map(({ properties }) => properties.key)
    hits.push(...areas.filter(({ key }) => keys.includes(key)).map((area) => ({ area, place: name })))
  }
  return hits.slice(0, maxHits)
}

function pointsOf(geometry: Geometry): readonly Position[] {
  switch (geometry.type) {
    case 'Point':
      return [geometry.coordinates]
    case 'LineString':
    case 'MultiPoint':
      return geometry.coordinates
    case 'Polygon':
    case 'MultiLineString':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
    case 'GeometryCollection':
      return geometry.geometries.flatMap(pointsOf)
  }
}
