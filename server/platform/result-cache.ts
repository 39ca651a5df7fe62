import { LRUCache } from 'lru-cache'

/** A least-recently-used cache of computed values, bounded in bytes. */
export interface ResultCache<V> {
  /** The value of a key: cached, awaited while it is being computed, else computed. Failures are not cached. */
  get(key: string, compute: () => Promise<V>): Promise<V>
  /** Bytes in the cache. */
  bytes(): number
}

/**
 * @param maxBytes bound of the cache; a value larger than half of it is not cached
 * @param sizeOf bytes of a value
 */
export function createResultCache<V extends object | string>({
  maxBytes,
  sizeOf,
}: {
  readonly maxBytes: number
  readonly sizeOf: (value: V) => number
}): ResultCache<V> {
  const cache = new LRUCache<string, V, () => Promise<V>>({
    maxSize: maxBytes,
    maxEntrySize: Math.floor(maxBytes / 2),
    sizeCalculation: (value) => Math.max(1, sizeOf(value)),
    // A value evicted while it is computed still reaches its waiters.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: compute }) => compute(),
  })
  return {
    get: (key, compute) => cache.forceFetch(key, { context: compute }),
    bytes: () => cache.calculatedSize,
  }
}
