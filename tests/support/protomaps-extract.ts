import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Projection } from '../../server/engine/projection/projection.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { latitudeOf, longitudeOf } from '../../tiles/layers/cells-in-tile.ts'
import { encodeFeatures } from '../../tiles/layers/encode-features.ts'
import { prepareFeatures, type PreparedLayer } from '../../tiles/layers/prepare-features.ts'
import { joinLayers } from '../../tiles/mvt/layer-frame.ts'
import { writePmtiles } from '../../tiles/release/pmtiles.ts'
import { boxOfLayers, pyramidOf } from '../../tiles/release/pyramid.ts'
import type { TileGeometry } from '../../tiles/schema.ts'
import { isRing, readOsm, type OsmElement } from './osm.ts'

/** A feature of the base map: degrees, and what Protomaps says of it. */
interface BaseFeature {
  readonly kind: string
  readonly name: string | null
  readonly geometry: Geometry
  readonly minZoom: number
}

const KEYS = ['kind', 'name'] as const
const DETAIL_ZOOM = 12
export const OSM_ATTRIBUTION = '<a href="https://www.openstreetmap.org/copyright">© OpenStreetMap</a>'

/**
 * A PMTiles archive in the layers of Protomaps (earth, water, landuse, roads, buildings, pois, places) from an extract
 * of OpenStreetMap, with land, its names and waters from files of areas.
 *
 * @param osm XML
 * @param land polygons with a `name` each, and @param water, GeoJSON in degrees
 */
export function protomapsExtract(osm: string, land: FeatureCollection, water: FeatureCollection): Buffer {
  const projection = createProjection(3006)
  const elements = readOsm(osm)
  const areas = (of: FeatureCollection, kind: string) =>
    of.features.map(({ geometry }) => ({ kind, name: null, geometry, minZoom: 0 }))
  const layers = [
    layer('earth', 'polygon', areas(land, 'earth'), projection),
    layer('water', 'polygon', areas(water, 'lake'), projection),
    layer('landuse', 'polygon', elements.flatMap(landuseOf), projection),
    layer('buildings', 'polygon', elements.flatMap(buildingOf), projection),
    layer('roads', 'line', elements.flatMap(roadOf), projection),
    layer('pois', 'point', elements.flatMap(poiOf), projection),
    layer('places', 'point', land.features.flatMap(placeOf), projection),
  ]
  return archiveOf(layers)
}

function archiveOf(layers: readonly PreparedLayer[]): Buffer {
  const box = boxOfLayers(layers)!
  const pyramid = pyramidOf(box)
  const tiles = pyramid.tiles.map((address) => ({
    ...address,
    bytes: joinLayers(layers.map((one) => encodeFeatures(one, address))),
  }))
  const vectorLayers = layers.map(({ name }) => ({ id: name, fields: { kind: 'String', name: 'String' } }))
  return writePmtiles(tiles, {
    metadata: { name: 'Utdrag', attribution: OSM_ATTRIBUTION, vector_layers: vectorLayers },
    bounds: [longitudeOf(box.minX), latitudeOf(box.maxY), longitudeOf(box.maxX), latitudeOf(box.minY)],
    minZoom: pyramid.minZoom,
    maxZoom: pyramid.maxZoom,
  })
}

function layer(
  name: string,
  geometry: TileGeometry,
  features: readonly BaseFeature[],
  projection: Projection,
): PreparedLayer {
  const made = features.map(({ kind, name: called, geometry: degrees, minZoom }, at) => ({
    id: at + 1,
    attributes: [kind, called],
    planar: inMetres(degrees, projection),
    minZoom,
  }))
  return prepareFeatures({ name, keys: KEYS, geometry }, made, projection)
}

function inMetres(geometry: Geometry, { toPlanar }: Projection): Geometry {
  const turn = (part: unknown): unknown =>
    typeof (part as Position)[0] === 'number'
      ? [...toPlanar((part as Position)[0]!, (part as Position)[1]!)!]
      : (part as unknown[]).map(turn)
  if (geometry.type === 'GeometryCollection') throw new TypeError('Collections are not expected here.')
  return { ...geometry, coordinates: turn(geometry.coordinates) } as Geometry
}

const ROADS: Readonly<Record<string, string>> = {
  motorway: 'highway',
  trunk: 'major_road',
  primary: 'major_road',
  secondary: 'major_road',
  tertiary: 'major_road',
  residential: 'minor_road',
  unclassified: 'minor_road',
  service: 'minor_road',
  footway: 'path',
  cycleway: 'path',
  steps: 'path',
}

function roadOf({ tags, line }: OsmElement): BaseFeature[] {
  const kind = tags.railway === 'rail' ? 'rail' : ROADS[tags.highway ?? '']
  if (kind === undefined || line === null || line.length < 2) return []
  const geometry = { type: 'LineString' as const, coordinates: [...line] }
  return [{ kind, name: tags.name ?? null, geometry, minZoom: kind === 'path' ? DETAIL_ZOOM : 0 }]
}

function areaOf(line: readonly Position[] | null, kind: string | undefined, minZoom: number): BaseFeature[] {
  if (kind === undefined || line === null || !isRing(line)) return []
  return [{ kind, name: null, geometry: { type: 'Polygon', coordinates: [[...line]] }, minZoom }]
}

const GREEN = ['park', 'garden', 'playground', 'pitch']

const landuseOf = ({ tags, line }: OsmElement) =>
  areaOf(line, tags.highway === 'pedestrian' ? 'pedestrian' : GREEN.find((kind) => kind === tags.leisure), 10)

const buildingOf = ({ tags, line }: OsmElement) =>
  areaOf(line, tags.building === undefined ? undefined : 'building', DETAIL_ZOOM)

function poiOf({ tags, point }: OsmElement): BaseFeature[] {
  const kind = tags.railway === 'station' ? 'station' : tags.amenity === 'school' ? 'school' : undefined
  if (kind === undefined || point === null) return []
  return [{ kind, name: tags.name ?? null, geometry: { type: 'Point', coordinates: point }, minZoom: 11 }]
}

function placeOf({ geometry, properties }: Feature): BaseFeature[] {
  const name = (properties as { readonly name?: unknown } | null)?.name
  if (typeof name !== 'string' || (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon')) return []
  const outer = geometry.type === 'Polygon' ? geometry.coordinates[0]! : geometry.coordinates[0]![0]!
  const middle = [0, 1].map((axis) => outer.reduce((sum, at) => sum + at[axis]!, 0) / outer.length)
  return [{ kind: 'neighbourhood', name, geometry: { type: 'Point', coordinates: middle }, minZoom: 11 }]
}
