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
export function createResultCache<V>({
  maxBytes,
  sizeOf,
}: {
  readonly maxBytes: number
  readonly sizeOf: (value: V) => number
}): ResultCache<V> {
  const kept = new Map<string, V>()
  const underWay = new Map<string, Promise<V>>()
  let bytes = 0

  function keep(key: string, value: V): void {
    if (sizeOf(value) > maxBytes / 2) return
    kept.set(key, value)
    bytes += sizeOf(value)
    for (const [oldest, old] of kept) {
      if (bytes <= maxBytes) return
      kept.delete(oldest)
      bytes -= sizeOf(old)
    }
  }

  async function computeOnce(key: string, compute: () => Promise<V>): Promise<V> {
    try {
      const value = await compute()
      keep(key, value)
      return value
    } finally {
      underWay.delete(key)
    }
  }

  return {
    async get(key, compute) {
      const known = kept.get(key)
      if (known !== undefined) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      let value = underWay.get(key)
      if (value === undefined) underWay.set(key, (value = computeOnce(key, compute)))
      return value
    },
    bytes: () => bytes,
  }
}
