import { LRUCache } from 'lru-cache'
import type { CachedTile } from './tile-cache.ts'

/** Tiles by the exact URL of their request, while the data are unchanged. */
export interface WarmTiles<S> {
  find(audienceKey: string, url: string): CachedTile | undefined
  /** @param madeFrom the state of the data that the tile was drawn from; cached only while that is current */
  keep(audienceKey: string, url: string, madeFrom: S, tile: CachedTile): void
}

/**
 * Caches the tile of each request, so that a repeated request costs no parsing. Cleared when the state of the data
 * changes; the least recently used requests of an audience are evicted. Tiles are held weakly, so the tile cache
 * alone bounds memory.
 *
 * States are compared by identity, not version: tiles contain ids and context, which no version covers.
 *
 * @param isCurrent whether a state is the current one
 * @param maxRequests by audience
 */
export function createWarmTiles<S extends object>(
  isCurrent: (state: S) => boolean,
  maxRequests = 10_000,
): WarmTiles<S> {
  const byAudience = new Map<string, LRUCache<string, WeakRef<CachedTile>>>()
  let state: S | null = null

  return {
    find(audienceKey, url) {
      if (state === null) return undefined
      if (isCurrent(state)) return byAudience.get(audienceKey)?.get(url)?.deref()
      byAudience.clear()
      state = null
      return undefined
    },
    keep(audienceKey, url, madeFrom, tile) {
      if (!isCurrent(madeFrom)) return
      if (state !== madeFrom) byAudience.clear()
      state = madeFrom
      let requests = byAudience.get(audienceKey)
      if (requests === undefined) byAudience.set(audienceKey, (requests = new LRUCache({ max: maxRequests })))
      requests.set(url, new WeakRef(tile))
    },
  }
}
