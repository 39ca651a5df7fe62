import { digestAudience } from '../../tiles/encode-variants.ts'
import { MAX_ZOOM, TILE_LAYER, type TileLayerId } from '../../tiles/schema.ts'
import { assertTile, type TileAddress } from '../../tiles/tile-address.ts'
import { type CachedTile, createTileCache } from '../../tiles/tile-cache.ts'
import { createWarmTiles } from '../../tiles/warm-tiles.ts'
import type { Audience } from '../platform/access/audience.ts'
import { notFound } from '../engine/errors.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import { createIncidentRenderer } from './draw-incidents.ts'
import { createTileRenderer, type SurfaceSource } from './draw-tile.ts'
import { mapBounds } from './map-bounds.ts'
import { degreesOf, describeTiles } from './tile-json.ts'
import { createTileQueryReader } from './tile-query.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { TileJson } from '../../tiles/tile-json.ts'
import { maySeeLayer } from '../platform/access/layer-access.ts'

export type { TileEncoding, TileVariant } from '../../tiles/encode-variants.ts'

/** A request for a tile. */
interface TileRequest extends TileAddress {
  readonly layer: string
  /** The query string, without its question mark. */
  readonly search: string
  /** The request's URL, under which `warm` finds its response; absent = not found by it. */
  readonly url?: string
}

/** The response for a tile: empty, or bytes in each coding. */
export type TileResponse = CachedTile

export interface TileService {
  /**
   * The tile of a request.
   *
   * @throws DomainError `not-found` for a layer that is unknown or not open, `forbidden`, `invalid-parameter`, and `busy` while no data
   *   are loaded
   */
  tile(request: TileRequest, audience: Audience): Promise<TileResponse>
  /** The cached response of the same URL, while the data are unchanged; costs one look-up. */
  warm(url: string, audience: Audience): TileResponse | undefined
  /**
   * TileJSON of a layer.
   *
   * @param search the query string of its tiles, without the question mark
   * @param baseUrl scheme and host under which the caller reaches the service, without a slash at the end
   * @throws as `tile`
   */
  tileJson(layer: string, search: string, baseUrl: string, audience: Audience): Promise<TileJson>
  /** Where the map of a snapshot opens, degrees. The caller holds the snapshot. */
  boundsOf(snapshot: Snapshot, audience: Audience): Promise<TileJson['bounds']>
}

const CACHE_BYTES = 128 * 1024 * 1024

/**
 * Tiles of every layer: read the query → permit it → find the tile in the cache, or draw it from the snapshot.
 *
 * @param pool workers for tiles of very many incidents; without one they are drawn on the main thread
 * @param demo whether the data are invented, which the attribution then says
 * @param cacheBytes size of the tile cache
 */
export function createTileService({
  snapshots,
  hotspots,
  zone,
  pool = null,
  demo = false,
  cacheBytes = CACHE_BYTES,
}: {
  readonly snapshots: Pick<SnapshotStore, 'acquire' | 'isCurrent'>
  readonly hotspots: SurfaceSource
  readonly zone: Zone
  readonly pool?: ComputePool | null
  readonly demo?: boolean
  readonly cacheBytes?: number
}): TileService {
  const readQuery = createTileQueryReader({ timezone: zone.name, zone })
  const renderer = createTileRenderer({ hotspots, incidents: createIncidentRenderer({ pool, zone }) })
  const cache = createTileCache({ maxBytes: cacheBytes })
  const warm = createWarmTiles<Snapshot>((snapshot) => snapshots.isCurrent(snapshot))
  const boundsOf = (snapshot: Snapshot, audience: Audience) => mapBounds(snapshot, audience, renderer.extent)

  return {
    async tile(request, audience) {
      const { z, x, y, search, url } = request
      const layer = permittedLayer(request.layer, audience)
      assertTile(request)
      const query = readQuery(layer, search)
      if (query.kind === 'surface') await hotspots.ready(audience)
      const lease = snapshots.acquire()
      try {
        const { snapshot } = lease
        const work = renderer.plan(snapshot, layer, { z, x, y }, query, audience)
        const key = [layer, work.version, audience.cacheKey, work.canonical, z, x, y].join(' ')
        const tile = await cache.get(key, digestAudience(audience.cacheKey), work.draw)
        if (url !== undefined) warm.keep(audience.cacheKey, url, snapshot, tile)
        return tile
      } finally {
        lease.release()
      }
    },
    warm: (url, audience) => warm.find(audience.cacheKey, url),
    boundsOf,
    async tileJson(name, search, baseUrl, audience) {
      const layer = permittedLayer(name, audience)
      const query = readQuery(layer, search)
      if (query.kind === 'surface') await hotspots.ready(audience)
      const lease = snapshots.acquire()
      try {
        const { snapshot } = lease
        const tilesUrl = `${baseUrl}/tiles/${layer}/{z}/{x}/{y}.mvt${search === '' ? '' : `?${search}`}`
        if (query.kind === 'surface') hotspots.permittedOn(snapshot, audience, query.at(MAX_ZOOM, audience))
        // The context may span the world.
        const box = layer === 'context' ? null : await renderer.extent(layer, snapshot, audience)
        const bounds = box === null ? await boundsOf(snapshot, audience) : degreesOf(box)
        return describeTiles({ layer, query, tilesUrl, bounds, snapshot, demo, audience })
      } finally {
        lease.release()
      }
    },
  }
}

function permittedLayer(name: string, audience: Audience): TileLayerId {
  // A layer closed to the caller is not disclosed.
  if (!Object.hasOwn(TILE_LAYER, name) || !maySeeLayer(audience, name)) throw notFound('layer', name)
  return name as TileLayerId
}
