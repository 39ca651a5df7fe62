import { describe, expect, it } from 'vitest'
import { ANONYMOUS, type Principal } from '../../server/platform/access/principal.ts'
import { createPrincipalCache, type FoundPrincipal } from '../../server/accounts/principal-cache.ts'

const HOUR_MS = 3_600_000

/** A distinguishable principal. */
const somebody = (name: string): Principal => ({
  ...ANONYMOUS,
  actor: { kind: 'account', accountId: 1, sessionId: 1, name, organisationId: null },
})
const nameOf = (principal: Principal | null) =>
  principal?.actor.kind === 'account' ? principal.actor.name : null

function setUp({ maxEntries = 100, lastingMs = HOUR_MS } = {}) {
  const time = { ms: 5 * HOUR_MS }
  /** Pending look-ups, oldest first. */
  const requested: { readonly text: string; received(name: string | null): void; fail(): void }[] = []
  const cache = createPrincipalCache({
    clock: { nowMs: () => time.ms },
    maxEntries,
    find: (text) =>
      new Promise<FoundPrincipal | null>((resolve, reject) => {
        const endsAtMs = time.ms + lastingMs
        requested.push({
          text,
          received: (name) => resolve(name === null ? null : { principal: somebody(name), endsAtMs }),
          fail: () => reject(new Error('away')),
        })
      }),
  })
  const learn = async (text: string, name: string) => {
    const resolving = cache.resolve(text)
    requested.shift()!.received(name)
    await resolving
  }
  return { time, asked: requested, cache, learn }
}

describe('cached principals', () => {
  it('are looked up once for concurrent requests', async () => {
    const { asked: requested, cache } = setUp()
    const both = [cache.resolve('x'), cache.resolve('x')]
    expect(requested).toHaveLength(1)
    requested.shift()!.received('Vera')
    expect((await Promise.all(both)).map(nameOf)).toEqual(['Vera', 'Vera'])
    expect(nameOf(cache.known('x'))).toBe('Vera')
    expect(requested).toHaveLength(0)
  })

  it('are dropped at once, and a look-up in flight is not cached', async () => {
    const { asked: requested, cache, learn } = setUp()
    await learn('x', 'before')
    const late = cache.resolve('y')
    cache.forget()
    expect(cache.known('x')).toBeNull()
    requested.shift()!.received('read too early')
    expect(nameOf(await late)).toBe('read too early')
    expect(cache.known('y')).toBeNull()
    const fresh = cache.resolve('y')
    requested.shift()!.received('after')
    expect(nameOf(await fresh)).toBe('after')
  })

  it('do not join a look-up that began before the cache was cleared', async () => {
    const { asked: requested, cache } = setUp()
    const early = cache.resolve('x')
    cache.forget()
    const later = cache.resolve('x')
    expect(requested).toHaveLength(2)
    requested[1]!.received('after')
    requested[0]!.received('before')
    expect(nameOf(await later)).toBe('after')
    await early
    expect(nameOf(cache.known('x'))).toBe('after')
  })

  it('are anonymous from the end of their session, long before the next look-up', async () => {
    const { time, cache, learn } = setUp({ lastingMs: 1000 })
    await learn('x', 'Vera')
    time.ms += 999
    expect(nameOf(cache.known('x'))).toBe('Vera')
    time.ms += 1
    expect(cache.known('x')).toBeNull()
  })

  it('are anonymous when their session ends during the look-up', async () => {
    const { time, asked: requested, cache } = setUp({ lastingMs: 1000 })
    const late = cache.resolve('x')
    time.ms += 1000
    requested.shift()!.received('Vera')
    expect(await late).toBeNull()
  })

  it('are refreshed in the background, and dropped when that finds none', async () => {
    const { time, asked: requested, cache, learn } = setUp()
    await learn('x', 'Vera')
    time.ms += 60_000
    expect(nameOf(cache.known('x'))).toBe('Vera')
    expect(requested).toHaveLength(1)
    requested.shift()!.received(null)
    await new Promise((resolve) => setImmediate(resolve))
    expect(cache.known('x')).toBeNull()
  })

  it('stay valid while the database is unavailable, until their session ends', async () => {
    const { time, asked: requested, cache, learn } = setUp()
    await learn('x', 'Vera')
    for (let minute = 1; minute < 60; minute++) {
      time.ms += 60_000
      expect(nameOf(cache.known('x'))).toBe('Vera')
      requested.shift()!.fail()
      await new Promise((resolve) => setImmediate(resolve))
    }
    time.ms += 60_000
    expect(cache.known('x')).toBeNull()
  })

  it('are bounded in number', async () => {
    const { cache, learn } = setUp({ maxEntries: 3 })
    for (const text of ['a', 'b', 'c', 'd']) await learn(text, text)
    expect(['a', 'b', 'c', 'd'].map((text) => nameOf(cache.known(text)))).toEqual([null, 'b', 'c', 'd'])
  })
})
