import { LRUCache } from 'lru-cache'
import { encodeVariant, type TileEncoding, type TileVariant } from './encode-variants.ts'

/** A tile in the cache, in every coding requested so far. */
export interface CachedTile {
  /** True when nothing lies in the tile. */
  readonly empty: boolean
  /** The tile in a coding, if it is already made. */
  ready(encoding: TileEncoding): TileVariant | undefined
  /** The tile in a coding, made on first request and cached. */
  variant(encoding: TileEncoding): Promise<TileVariant>
}

export interface TileCache {
  /**
   * The tile under a key, computed at most once for concurrent requests. Failures are not cached.
   *
   * @param key everything that the bytes depend on: layer, version, audience, canonical query, z/x/y
   */
  get(key: string, audienceDigest: string, compute: () => Promise<Uint8Array>): Promise<CachedTile>
  /** Bytes held. */
  readonly bytes: number
}

interface SizedTile extends CachedTile {
  /** Bytes of the content and of its codings. */
  readonly size: number
}

interface Work {
  readonly audienceDigest: string
  readonly compute: () => Promise<Uint8Array>
}

/** What an entry takes besides its bytes. */
const ENTRY_BYTES = 500

/**
 * A least-recently-used cache of tiles, bounded in bytes.
 *
 * @param maxBytes bound of all tiles together
 */
export function createTileCache({ maxBytes }: { readonly maxBytes: number }): TileCache {
  const tiles = new LRUCache<string, SizedTile, Work>({
    maxSize: maxBytes,
    sizeCalculation: (tile, key) => ENTRY_BYTES + key.length + tile.size,
    // A tile evicted while it is drawn still reaches its waiters.
    ignoreFetchAbort: true,
    fetchMethod: async (key, _stale, { context: { audienceDigest, compute } }) =>
      createTile(await compute(), audienceDigest, {
        used: () => void tiles.get(key),
        grown(tile) {
          // Setting it over itself would keep the old size.
          if (tiles.peek(key) === tile && tiles.delete(key)) tiles.set(key, tile)
        },
      }),
  })
  return {
    get: (key, audienceDigest, compute) => tiles.forceFetch(key, { context: { audienceDigest, compute } }),
    get bytes() {
      return tiles.calculatedSize
    },
  }
}

function createTile(
  content: Uint8Array,
  audienceDigest: string,
  on: { used(): void; grown(tile: SizedTile): void },
): SizedTile {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const variants = new Map<TileEncoding, TileVariant>()
  const coding = new Map<TileEncoding, Promise<TileVariant>>()
  let size = buffer.length
  const encode = async (encoding: TileEncoding): Promise<TileVariant> => {
    const variant = await encodeVariant(buffer, encoding, audienceDigest)
    variants.set(encoding, variant)
    if (variant.bytes !== buffer) size += variant.bytes.length
    on.grown(tile)
    return variant
  }
  const tile: SizedTile = {
    get size() {
      return size
    },
    empty: buffer.length === 0,
    ready(encoding) {
      on.used()
      return variants.get(encoding)
    },
    async variant(encoding) {
      const known = variants.get(encoding)
      if (known !== undefined) return known
      const running = coding.get(encoding) ?? encode(encoding).finally(() => coding.delete(encoding))
      coding.set(encoding, running)
      return running
    },
  }
  return tile
}
