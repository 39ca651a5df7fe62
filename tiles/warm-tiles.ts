import { LRUCache } from 'lru-cache'
import type { CachedTile } from './tile-cache.ts'

/** Tiles by the very text of the request that asked for them, while the data stay as they are. */
export interface WarmTiles<S> {
  find(audienceKey: string, url: string): CachedTile | undefined
  /** @param madeFrom the state of the data that the tile was drawn from; kept only while that is the current one */
  keep(audienceKey: string, url: string, madeFrom: S, tile: CachedTile): void
}

/**
 * Remembers which tile answers which request, so that asking again costs no parsing. Forgets everything when the data
 * are in another state, and what an audience used longest ago when there is too much. Tiles are held weakly: how much
 * memory they take is the cache's business.
 *
 * A state is told by the very object and not by its version: tiles carry ids and context, which no version covers.
 *
 * @param isCurrent whether a state is the one that the data are in now
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
