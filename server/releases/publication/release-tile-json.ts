import type { Box } from '../../../tiles/geometry/ring.ts'
import { latitudeOf, longitudeOf } from '../../../tiles/layers/cells-in-tile.ts'
import type { Pyramid } from '../../../tiles/release/pyramid.ts'
import type { ReleaseLayer } from '../../../tiles/release/release-layers.ts'
import { PUBLIC_SCHEMA_VERSION } from './contract.ts'
import { describeVectorLayer, type TileJson } from '../../../tiles/tile-json.ts'

type Bounds = TileJson['bounds']
const OVERVIEW_ZOOM = 11

/** A box of the world in degrees, six decimals. */
export function boundsOf({ minX, minY, maxX, maxY }: Box): Bounds {
  const degrees = [longitudeOf(minX), latitudeOf(maxY), longitudeOf(maxX), latitudeOf(minY)]
  return degrees.map((value) => Math.round(value * 1e6) / 1e6) as unknown as Bounds
}

/**
 * TileJSON of a release as it is stored: its tile address is relative to the file, so that the tree can be copied
 * anywhere. When served it has the absolute address, because clients do not resolve relative ones.
 */
export function releaseTileJson(
  name: string,
  attribution: string,
  layers: readonly ReleaseLayer[],
  { minZoom, maxZoom }: Pyramid,
  bounds: Bounds,
): TileJson {
  const [west, south, east, north] = bounds
  const middle = (a: number, b: number) => Math.round((a + b) * 5e5) / 1e6
  return {
    tilejson: '3.0.0',
    name,
    description: name,
    version: PUBLIC_SCHEMA_VERSION,
    scheme: 'xyz',
    tiles: ['tiles/{z}/{x}/{y}.mvt'],
    attribution,
    bounds,
    center: [middle(west, east), middle(south, north), Math.min(maxZoom, OVERVIEW_ZOOM)],
    minzoom: minZoom,
    maxzoom: maxZoom,
    vector_layers: vectorLayers(layers),
  }
}

/** The layers with their attributes, for TileJSON and PMTiles. */
export function vectorLayers(layers: readonly ReleaseLayer[]): TileJson['vector_layers'] {
  return layers.map(({ id, fields }) => describeVectorLayer({ id, geometry: 'polygon', fields }))
}
