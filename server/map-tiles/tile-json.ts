import { attributionOf } from '../platform/attribution.ts'
import type { Audience } from '../platform/access/audience.ts'
import { mayReadSource } from '../platform/access/source-access.ts'
import { lowestZoomFor } from '../engine/lattice/auto-edge.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { MAX_ZOOM, TILE_LAYER, TILE_SCHEMA_VERSION, type TileLayerId } from '../../tiles/schema.ts'
import type { Box } from '../../tiles/geometry/ring.ts'
import { latitudeOf, longitudeOf } from '../../tiles/layers/cells-in-tile.ts'
import type { TileQuery } from './tile-query.ts'
import { describeVectorLayer, type TileJson } from '../../tiles/tile-json.ts'

const OVERVIEW_ZOOM = 11

/**
 * @param tilesUrl URL template of the tiles, with the request's query
 * @param bounds west, south, east, north, degrees
 * @param demo whether the data are invented, which the attribution then says
 * @param audience the caller's audience: sources closed to it are not named
 */
export function describeTiles({
  layer,
  query,
  tilesUrl,
  bounds,
  snapshot,
  demo,
  audience,
}: {
  readonly layer: TileLayerId
  readonly query: TileQuery
  readonly tilesUrl: string
  readonly bounds: TileJson['bounds']
  readonly snapshot: Snapshot
  readonly demo: boolean
  readonly audience: Audience
}): TileJson {
  const { titles, note, vectorLayers, minZoom, maxZoom } = TILE_LAYER[layer]
  const [west, south, east, north] = bounds
  const latitude = (south + north) / 2
  const minzoom =
    query.kind === 'surface' && query.edge !== 'auto' ? lowestZoomFor(query.edge, latitude) : minZoom
  return {
    tilejson: '3.0.0',
    name: titles.en,
    description: note?.en ?? titles.en,
    version: TILE_SCHEMA_VERSION,
    scheme: 'xyz',
    tiles: [tilesUrl],
    attribution: attributionOf(sourcesShown(query, snapshot, audience), demo),
    bounds: [rounded(west), rounded(south), rounded(east), rounded(north)],
    center: [rounded((west + east) / 2), rounded(latitude), Math.max(minzoom, OVERVIEW_ZOOM)],
    minzoom,
    maxzoom: Math.min(MAX_ZOOM, Math.max(minzoom, maxZoom)),
    vector_layers: vectorLayers.map(describeVectorLayer),
  }
}

/** The sources of a layer's figures that are open to an audience; none for a layer without incidents. */
function sourcesShown(
  { kind }: TileQuery,
  { layers: { sources } }: Snapshot,
  audience: Audience,
): Snapshot['layers']['sources'] {
  if (kind === 'features') return []
  return sources.filter((source) => mayReadSource(audience, source))
}

/** The box in degrees. */
export function degreesOf({ minX, minY, maxX, maxY }: Box): TileJson['bounds'] {
  return [longitudeOf(minX), latitudeOf(maxY), longitudeOf(maxX), latitudeOf(minY)]
}

/** Six decimals: a decimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
