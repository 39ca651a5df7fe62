import { LRUCache } from 'lru-cache'

/** Remembers what was computed, the latest used first to stay, within a number of bytes. */
export interface ResultCache<V> {
  /** The value of a key: remembered, awaited when it is being computed, else computed. A failure is not remembered. */
  get(key: string, compute: () => Promise<V>): Promise<V>
  /** Bytes that are remembered. */
  bytes(): number
}

/**
 * @param maxBytes what may be remembered; a value larger than half of it never is
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
    // A value that is pushed out while it is computed still goes to whoever waits for it.
    ignoreFetchAbort: true,
    fetchMethod: (_key, _stale, { context: compute }) => compute(),
  })
  return {
    get: (key, compute) => cache.forceFetch(key, { context: compute }),
    bytes: () => cache.calculatedSize,
  }
}
