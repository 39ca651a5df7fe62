import { attributionOf } from '../platform/attribution.ts'
import { type Audience, seesEverything } from '../platform/access/audience.ts'
import { lowestZoomFor } from '../engine/lattice/auto-edge.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { MAX_ZOOM, TILE_LAYER, TILE_SCHEMA_VERSION, type TileLayerId } from '../../tiles/schema.ts'
import type { Box } from '../../tiles/geometry/ring.ts'
import { latitudeOf, longitudeOf } from '../../tiles/layers/cells-in-tile.ts'
import type { TileQuery } from './tile-query.ts'
import { describeVectorLayer, type TileJson } from '../../tiles/tile-json.ts'

const WORLD_BOUNDS = [-180, -85.0511288, 180, 85.0511288] as const
const OVERVIEW_ZOOM = 11

/**
 * @param tilesUrl URL template of the tiles, with the query that was asked
 * @param box extent of the data in world units; null when there are none
 * @param demo whether the data are made up, which the attribution then says
 * @param audience who asks: sources that are closed to him are not named
 */
export function describeTiles({
  layer,
  query,
  tilesUrl,
  box,
  snapshot,
  demo,
  audience,
}: {
  readonly layer: TileLayerId
  readonly query: TileQuery
  readonly tilesUrl: string
  readonly box: Box | null
  readonly snapshot: Snapshot
  readonly demo: boolean
  readonly audience: Audience
}): TileJson {
  const { titles, note, vectorLayers, minZoom, maxZoom } = TILE_LAYER[layer]
  const bounds = box === null ? WORLD_BOUNDS : degreesOf(box)
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
    bounds,
    center: [rounded((west + east) / 2), rounded(latitude), Math.max(minzoom, OVERVIEW_ZOOM)],
    minzoom,
    maxzoom: Math.min(MAX_ZOOM, Math.max(minzoom, maxZoom)),
    vector_layers: vectorLayers.map(describeVectorLayer),
  }
}

/** What a layer's figures come from, as far as it is open to an audience; nothing where it shows no incidents. */
function sourcesShown(
  { kind }: TileQuery,
  { layers: { sources } }: Snapshot,
  audience: Audience,
): Snapshot['layers']['sources'] {
  if (kind === 'features') return []
  return sources.filter(
    ({ audiences }) => seesEverything(audience) || audiences.some((role) => role === audience.role),
  )
}

function degreesOf({ minX, minY, maxX, maxY }: Box): readonly [number, number, number, number] {
  return [
    rounded(longitudeOf(minX)),
    rounded(latitudeOf(maxY)),
    rounded(longitudeOf(maxX)),
    rounded(latitudeOf(minY)),
  ]
}

/** Six decimals: a decimetre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
