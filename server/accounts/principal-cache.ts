import { LRUCache } from 'lru-cache'
import type { Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'

/** The principal of a credential, and until when it is valid without another look-up. */
export interface FoundPrincipal {
  readonly principal: Principal
  readonly endsAtMs: number
}

/** A cache of principals by credential. */
export interface PrincipalCache {
  /** The principal if cached: one look-up and one comparison. */
  known(text: string): Principal | null
  /** The principal, looked up when not cached; null = there is none. */
  resolve(text: string): Promise<Principal | null>
  /** Drops all entries, after any change of rights. */
  forget(): void
}

interface Deps {
  readonly find: (text: string) => Promise<FoundPrincipal | null>
  readonly clock: Clock
  /** Number of entries; the least recently used is evicted first. */
  readonly maxEntries: number
}

interface Entry extends FoundPrincipal {
  /** When it is to be looked up again, in the background. */
  refreshAtMs: number
}

/** Entries are refreshed this often, which keeps sessions in use and finds changes that no notification reported. */
const REFRESH_MS = 30_000
/** Delay of a refresh after the database was unavailable, during which no right can have changed. */
const RETRY_MS = 3_000

/**
 * Caches principals until `forget`. A look-up in flight at that time is not cached, because it may have read the old
 * state. While the database is unavailable, entries stay valid.
 */
export function createPrincipalCache({ find, clock, maxEntries }: Deps): PrincipalCache {
  const entries = new LRUCache<string, Entry>({ max: maxEntries })
  const inFlight = new Map<string, Promise<FoundPrincipal | null>>()
  let generation = 0

  async function lookUp(text: string): Promise<FoundPrincipal | null> {
    const before = generation
    const refreshAtMs = clock.nowMs() + REFRESH_MS
    const found = await find(text)
    if (generation !== before) return found
    if (found === null) entries.delete(text)
    else entries.set(text, { ...found, refreshAtMs })
    return found
  }

  /** Concurrent equal look-ups are merged. */
  function lookUpOnce(text: string): Promise<FoundPrincipal | null> {
    const same = inFlight.get(text)
    if (same !== undefined) return same
    const looking = lookUp(text).finally(() => {
      if (inFlight.get(text) === looking) inFlight.delete(text)
    })
    inFlight.set(text, looking)
    return looking
  }

  function renewed(text: string, entry: Entry, nowMs: number): Principal | null {
    if (nowMs >= entry.endsAtMs) {
      entries.delete(text)
      return null
    }
    entry.refreshAtMs = nowMs + RETRY_MS
    lookUpOnce(text).catch(() => {})
    return entry.principal
  }

  function known(text: string): Principal | null {
    const entry = entries.get(text)
    if (entry === undefined) return null
    const nowMs = clock.nowMs()
    // Neither due, nor looked up in the future because the clock was set back since.
    const isFresh = nowMs < entry.refreshAtMs && nowMs >= entry.refreshAtMs - REFRESH_MS
    return isFresh && nowMs < entry.endsAtMs ? entry.principal : renewed(text, entry, nowMs)
  }

  return {
    known,
    async resolve(text) {
      const remembered = known(text)
      if (remembered !== null) return remembered
      const found = await lookUpOnce(text)
      return found !== null && clock.nowMs() < found.endsAtMs ? found.principal : null
    },
    forget() {
      generation++
      entries.clear()
      inFlight.clear()
    },
  }
}
