import { encodeVariant, type TileEncoding, type TileVariant } from './encode-variants.ts'

/** A tile in the cache, in every coding that was ever asked for. */
export interface CachedTile {
  /** True when nothing lies in the tile. */
  readonly empty: boolean
  /** The tile in a coding, if it is at hand. */
  ready(encoding: TileEncoding): TileVariant | undefined
  /** The tile in a coding, made when it is asked for first and kept from then on. */
  variant(encoding: TileEncoding): Promise<TileVariant>
}

export interface TileCache {
  /**
   * The tile under a key, computed at most once however many ask at the same time. A failed computation is not kept.
   *
   * @param key everything that the bytes depend on: layer, version, audience, canonical query, z/x/y
   */
  get(key: string, audienceDigest: string, compute: () => Promise<Uint8Array>): Promise<CachedTile>
  /** Bytes held. */
  readonly bytes: number
}

interface Entry extends CachedTile {
  readonly key: string
  size: number
  used: boolean
}

/** What an entry takes besides its bytes. */
const ENTRY_BYTES = 500

/**
 * A cache of tiles bounded by bytes. What goes first is what was not asked for since the last time room was made
 * (second chance), so that a hit costs no more than setting a flag.
 *
 * @param mostBytes what all tiles may take together
 */
export function createTileCache({ mostBytes }: { readonly mostBytes: number }): TileCache {
  const entries = new Map<string, Entry>()
  const computing = new Map<string, Promise<CachedTile>>()
  let bytes = 0

  const grow = (entry: Entry, by: number): void => {
    entry.size += by
    if (entries.get(entry.key) !== entry) return
    bytes += by
    makeRoom(entry)
  }
  const makeRoom = (newest: Entry): void => {
    for (const entry of entries.values()) {
      if (bytes <= mostBytes) return
      entries.delete(entry.key)
      if (entry.used && entry !== newest) {
        entry.used = false
        entries.set(entry.key, entry)
      } else bytes -= entry.size
    }
  }
  const compute = async (key: string, audienceDigest: string, work: () => Promise<Uint8Array>) => {
    const content = await work()
    const entry = createEntry(key, content, audienceDigest, grow)
    entries.set(key, entry)
    grow(entry, ENTRY_BYTES + key.length + content.length)
    return entry
  }

  return {
    async get(key, audienceDigest, work) {
      const known = entries.get(key)
      if (known !== undefined) {
        known.used = true
        return known
      }
      const running = computing.get(key)
      if (running !== undefined) return running
      const promise = compute(key, audienceDigest, work).finally(() => computing.delete(key))
      computing.set(key, promise)
      return promise
    },
    get bytes() {
      return bytes
    },
  }
}

function createEntry(
  key: string,
  content: Uint8Array,
  audienceDigest: string,
  grow: (entry: Entry, by: number) => void,
): Entry {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  const variants = new Map<TileEncoding, TileVariant>()
  const coding = new Map<TileEncoding, Promise<TileVariant>>()
  const encode = async (encoding: TileEncoding): Promise<TileVariant> => {
    const variant = await encodeVariant(buffer, encoding, audienceDigest)
    variants.set(encoding, variant)
    if (variant.bytes !== buffer) grow(entry, variant.bytes.length)
    return variant
  }
  const entry: Entry = {
    key,
    size: 0,
    used: false,
    empty: content.length === 0,
    ready(encoding) {
      entry.used = true
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
  return entry
}
