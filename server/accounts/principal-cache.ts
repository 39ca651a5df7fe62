import { LRUCache } from 'lru-cache'
import type { Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'

/** Who is behind a credential, and until when unless it is looked up again. */
export interface FoundPrincipal {
  readonly principal: Principal
  readonly endsAtMs: number
}

/** Callers by the text that proves who they are. */
export interface PrincipalCache {
  /** The caller if he is remembered: one look-up and one comparison. */
  known(text: string): Principal | null
  /** The caller, looked up when he is not remembered; null = there is none. */
  resolve(text: string): Promise<Principal | null>
  /** Forgets everybody: somebody's rights have changed. */
  forget(): void
}

interface Deps {
  readonly find: (text: string) => Promise<FoundPrincipal | null>
  readonly clock: Clock
  /** How many are remembered; the one that was used longest ago goes first. */
  readonly maxEntries: number
}

interface Entry extends FoundPrincipal {
  /** When it is to be looked up again, in the background. */
  refreshAtMs: number
}

/** A caller is looked up again this often, which keeps his session in use and shows what no hint told of. */
const REFRESH_MS = 30_000
/** The same after the database did not answer: nobody can have lost a right there meanwhile. */
const RETRY_MS = 3_000

/**
 * Remembers callers until they are told to be forgotten. A look-up that was under way by then is not remembered, for it
 * may have read what was so before. While the database does not answer, whoever is remembered stays so.
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

  /** Equal look-ups at a time are one. */
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
    // Neither due nor looked up in the future, by a clock that was set back since.
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
