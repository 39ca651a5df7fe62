import Flatbush from 'flatbush'
import type { Geometry, Position } from 'geojson'
import type { Projection } from '../../server/engine/projection/projection.ts'
import { type Box, boxHolds } from '../geometry/ring.ts'
import { rankRings } from '../geometry/shared-borders.ts'
import { type Path, rankPoints } from '../geometry/significance.ts'
import type { AttributeValue } from '../mvt/layer-writer.ts'
import type { TileGeometry } from '../schema.ts'

/** A feature to be put into tiles. */
export interface TileFeature {
  readonly id: number
  readonly attributes: readonly AttributeValue[]
  /** Metres in the city's CRS. */
  readonly planar: Geometry
  /** Lowest zoom at which it is in the tiles. */
  readonly minZoom: number
}

/** A feature in world units, its points ranked for simplification. */
export interface PreparedFeature {
  readonly id: number
  readonly attributes: readonly AttributeValue[]
  readonly minZoom: number
  /** Points, lines, or all rings of all polygons. */
  readonly paths: readonly Path[]
}

/** One MVT layer's features with a spatial index. */
export interface PreparedLayer {
  readonly name: string
  readonly keys: readonly string[]
  readonly geometry: TileGeometry
  /** Extent of all features, world units; null when there are none. */
  readonly box: Box | null
  /** The features whose boxes meet a box, in ascending order of id. */
  search(box: Box): readonly PreparedFeature[]
}

/**
 * Projects the features of a layer to the Web-Mercator world, ranks their points for every zoom, and indexes them.
 *
 * @param features of one kind of geometry; others are left out
 */
export function prepareFeatures(
  layer: { readonly name: string; readonly keys: readonly string[]; readonly geometry: TileGeometry },
  features: readonly TileFeature[],
  projection: Projection,
): PreparedLayer {
  const sorted = features.toSorted((a, b) => a.id - b.id)
  const lines = sorted.map((feature) =>
    linesOf(feature.planar, layer.geometry).map((line) => toWorld(line, layer.geometry, projection)),
  )
  const paths = layer.geometry === 'polygon' ? ranked(lines) : lines.map((parts) => parts.map(rankLine))
  const prepared = sorted
    .map(({ id, attributes, minZoom }, index) => ({ id, attributes, minZoom, paths: paths[index]! }))
    .filter((feature) => feature.paths.length > 0)
  return { ...layer, ...indexed(prepared) }
}

/** Ranks the rings of all features together, so that shared borders stay shared. */
function ranked(lines: readonly (readonly Float64Array[])[]): Path[][] {
  const all = rankRings(lines.flat())
  let next = 0
  return lines.map((parts) => all.slice(next, (next += parts.length)))
}

function rankLine(points: Float64Array): Path {
  const significance = new Float64Array(points.length / 2)
  rankPoints(points, Array.from(significance.keys()), significance)
  return { points, significance }
}

function indexed(features: readonly PreparedFeature[]): Pick<PreparedLayer, 'box' | 'search'> {
  if (features.length === 0) return { box: null, search: () => [] }
  const index = new Flatbush(features.length)
  for (const feature of features) {
    const { minX, minY, maxX, maxY } = boxOf(feature.paths)
    index.add(minX, minY, maxX, maxY)
  }
  index.finish()
  const box = { minX: index.minX, minY: index.minY, maxX: index.maxX, maxY: index.maxY }
  return {
    box,
    search: (wanted) =>
      boxHolds(wanted, box)
        ? features
        : index
            .search(wanted.minX, wanted.minY, wanted.maxX, wanted.maxY)
            .sort((a, b) => a - b)
            .map((position) => features[position]!),
  }
}

function boxOf(paths: readonly Path[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { points } of paths) {
    for (let at = 0; at < points.length; at += 2) {
      minX = Math.min(minX, points[at]!)
      maxX = Math.max(maxX, points[at]!)
      minY = Math.min(minY, points[at + 1]!)
      maxY = Math.max(maxY, points[at + 1]!)
    }
  }
  return { minX, minY, maxX, maxY }
}

/** The point lists of a geometry that is of the layer's kind; none of another. */
function linesOf(geometry: Geometry, kind: TileGeometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point':
      return kind === 'point' ? [[geometry.coordinates]] : []
    case 'MultiPoint':
      return kind === 'point' ? geometry.coordinates.map((position) => [position]) : []
    case 'LineString':
      return kind === 'line' ? [geometry.coordinates] : []
    case 'MultiLineString':
      return kind === 'line' ? geometry.coordinates : []
    case 'Polygon':
      return kind === 'polygon' ? geometry.coordinates : []
    case 'MultiPolygon':
      return kind === 'polygon' ? geometry.coordinates.flat() : []
    case 'GeometryCollection':
      return geometry.geometries.flatMap((part) => linesOf(part, kind))
  }
}

/** World coordinates on whole units; a ring loses its repeated last point, every line its repeated points. */
function toWorld(line: readonly Position[], kind: TileGeometry, projection: Projection): Float64Array {
  const out: number[] = []
  for (const [x, y] of line) {
    const [worldX, worldY] = projection.toWorld(x!, y!).map(Math.round) as [number, number]
    if (out.length === 0 || out.at(-2) !== worldX || out.at(-1) !== worldY) out.push(worldX, worldY)
  }
  const closed = out.length > 2 && out[0] === out.at(-2) && out[1] === out.at(-1)
  return Float64Array.from(kind === 'polygon' && closed ? out.slice(0, -2) : out)
}
