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
import { describeTiles } from './tile-json.ts'
import { createTileQueryReader } from './tile-query.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { TileJson } from '../../tiles/tile-json.ts'
import { maySeeLayer } from '../platform/access/layer-access.ts'

export type { TileEncoding, TileVariant } from '../../tiles/encode-variants.ts'

/** A tile as it is asked for. */
interface TileRequest extends TileAddress {
  readonly layer: string
  /** The query string, without its question mark. */
  readonly search: string
  /** The text under which the same request comes again, if `warm` is to find its answer. */
  readonly url?: string
}

/** A tile as it is answered: empty, or bytes in whichever coding the caller takes. */
export type TileResponse = CachedTile

export interface TileService {
  /**
   * The tile of a request.
   *
   * @throws DomainError `not-found` for a layer that is unknown or not open, `forbidden`, `invalid-parameter`, and `busy` while no data
   *   are loaded
   */
  tile(request: TileRequest, audience: Audience): Promise<TileResponse>
  /** What the same request was answered, while the data are the same; costs next to nothing. */
  warm(url: string, audience: Audience): TileResponse | undefined
  /**
   * TileJSON of a layer.
   *
   * @param search the query string that its tiles are to be asked with, without its question mark
   * @param baseUrl scheme and host under which the caller reaches the service, without a slash at the end
   * @throws as `tile`
   */
  tileJson(layer: string, search: string, baseUrl: string, audience: Audience): Promise<TileJson>
}

const CACHE_BYTES = 128 * 1024 * 1024

/**
 * Tiles of every layer: read the query → permit it → find the tile in the cache, or draw it from the snapshot.
 *
 * @param pool where tiles of very many incidents are drawn; without one they are drawn here
 * @param demo whether the data are made up, which the attribution then says
 * @param cacheBytes what the tiles in memory may take
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
    async tileJson(name, search, baseUrl, audience) {
      const layer = permittedLayer(name, audience)
      const query = readQuery(layer, search)
      if (query.kind === 'surface') await hotspots.ready(audience)
      const lease = snapshots.acquire()
      try {
        const { snapshot } = lease
        const tilesUrl = `${baseUrl}/tiles/${layer}/{z}/{x}/{y}.mvt${search === '' ? '' : `?${search}`}`
        if (query.kind === 'surface') hotspots.permittedOn(snapshot, audience, query.at(MAX_ZOOM, audience))
        const box = await renderer.extent(layer, snapshot, audience)
        return describeTiles({ layer, query, tilesUrl, box, snapshot, demo, audience })
      } finally {
        lease.release()
      }
    },
  }
}

function permittedLayer(name: string, audience: Audience): TileLayerId {
  // A layer that is not open to the caller is as if there were none.
  if (!Object.hasOwn(TILE_LAYER, name) || !maySeeLayer(audience, name)) throw notFound('layer', name)
  return name as TileLayerId
}
