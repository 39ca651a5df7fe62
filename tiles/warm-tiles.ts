import type { CachedTile } from './tile-cache.ts'

/** Tiles by the very text of the request that asked for them, while the data stay as they are. */
export interface WarmTiles {
  find(audienceKey: string, url: string): CachedTile | undefined
  keep(audienceKey: string, url: string, version: string, tile: CachedTile): void
}

/**
 * Remembers which tile answers which request, so that asking again costs no parsing. Forgets everything when the
 * data's version changes, and the oldest half of an audience's requests when there are too many. Tiles are held weakly:
 * how much memory they take is the cache's business.
 *
 * @param currentVersion the version that the data have now, null when there are none
 * @param mostRequests by audience
 */
export function createWarmTiles(currentVersion: () => string | null, mostRequests = 10_000): WarmTiles {
  const byAudience = new Map<string, Map<string, WeakRef<CachedTile>>>()
  let version: string | null = null
  const upToDate = (): void => {
    const current = currentVersion()
    if (current === version) return
    byAudience.clear()
    version = current
  }
  return {
    find(audienceKey, url) {
      upToDate()
      return byAudience.get(audienceKey)?.get(url)?.deref()
    },
    keep(audienceKey, url, madeFrom, tile) {
      upToDate()
      if (madeFrom !== version) return
      let requests = byAudience.get(audienceKey)
      if (requests === undefined) byAudience.set(audienceKey, (requests = new Map()))
      if (requests.size >= mostRequests) forgetOldest(requests, mostRequests / 2)
      requests.set(url, new WeakRef(tile))
    },
  }
}

function forgetOldest(requests: Map<string, unknown>, count: number): void {
  let left = count
  for (const url of requests.keys()) {
    if (left-- <= 0) return
    requests.delete(url)
  }
}
