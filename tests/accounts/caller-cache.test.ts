import { describe, expect, it } from 'vitest'
import { ANONYMOUS, type Caller } from '../../server/platform/access/caller.ts'
import { createCallerCache, type FoundCaller } from '../../server/accounts/caller-cache.ts'

const HOUR_MS = 3_600_000

/** A caller whom a test can tell from others. */
const somebody = (name: string): Caller => ({
  ...ANONYMOUS,
  actor: { kind: 'account', accountId: 1, sessionId: 1, name, organisationId: null },
})
const nameOf = (caller: Caller | null) => (caller?.actor.kind === 'account' ? caller.actor.name : null)

function setUp({ maxEntries = 100, lastingMs = HOUR_MS } = {}) {
  const time = { ms: 5 * HOUR_MS }
  /** Look-ups that wait for their answer, oldest first. */
  const asked: { readonly text: string; answer(name: string | null): void; fail(): void }[] = []
  const cache = createCallerCache({
    clock: { nowMs: () => time.ms },
    maxEntries,
    find: (text) =>
      new Promise<FoundCaller | null>((resolve, reject) => {
        const endsAtMs = time.ms + lastingMs
        asked.push({
          text,
          answer: (name) => resolve(name === null ? null : { caller: somebody(name), endsAtMs }),
          fail: () => reject(new Error('away')),
        })
      }),
  })
  const learn = async (text: string, name: string) => {
    const resolving = cache.resolve(text)
    asked.shift()!.answer(name)
    await resolving
  }
  return { time, asked, cache, learn }
}

describe('callers that are remembered', () => {
  it('are looked up once, even when many ask at a time', async () => {
    const { asked, cache } = setUp()
    const both = [cache.resolve('x'), cache.resolve('x')]
    expect(asked).toHaveLength(1)
    asked.shift()!.answer('Vera')
    expect((await Promise.all(both)).map(nameOf)).toEqual(['Vera', 'Vera'])
    expect(nameOf(cache.known('x'))).toBe('Vera')
    expect(asked).toHaveLength(0)
  })

  it('are forgotten at once, and a look-up that was under way is not remembered', async () => {
    const { asked, cache, learn } = setUp()
    await learn('x', 'before')
    const late = cache.resolve('y')
    cache.forget()
    expect(cache.known('x')).toBeNull()
    asked.shift()!.answer('read too early')
    expect(nameOf(await late)).toBe('read too early')
    expect(cache.known('y')).toBeNull()
    const fresh = cache.resolve('y')
    asked.shift()!.answer('after')
    expect(nameOf(await fresh)).toBe('after')
  })

  it('do not join a look-up that began before they were forgotten', async () => {
    const { asked, cache } = setUp()
    const early = cache.resolve('x')
    cache.forget()
    const later = cache.resolve('x')
    expect(asked).toHaveLength(2)
    asked[1]!.answer('after')
    asked[0]!.answer('before')
    expect(nameOf(await later)).toBe('after')
    await early
    expect(nameOf(cache.known('x'))).toBe('after')
  })

  it('are nobody from the end of their session on, long before they are looked up again', async () => {
    const { time, cache, learn } = setUp({ lastingMs: 1000 })
    await learn('x', 'Vera')
    time.ms += 999
    expect(nameOf(cache.known('x'))).toBe('Vera')
    time.ms += 1
    expect(cache.known('x')).toBeNull()
  })

  it('are nobody when their session ends while they are looked up', async () => {
    const { time, asked, cache } = setUp({ lastingMs: 1000 })
    const late = cache.resolve('x')
    time.ms += 1000
    asked.shift()!.answer('Vera')
    expect(await late).toBeNull()
  })

  it('are looked up again in the background, and gone when that finds nobody', async () => {
    const { time, asked, cache, learn } = setUp()
    await learn('x', 'Vera')
    time.ms += 60_000
    expect(nameOf(cache.known('x'))).toBe('Vera')
    expect(asked).toHaveLength(1)
    asked.shift()!.answer(null)
    await new Promise((resolve) => setImmediate(resolve))
    expect(cache.known('x')).toBeNull()
  })

  it('stay known while the database is away, until their time is over', async () => {
    const { time, asked, cache, learn } = setUp()
    await learn('x', 'Vera')
    for (let minute = 1; minute < 60; minute++) {
      time.ms += 60_000
      expect(nameOf(cache.known('x'))).toBe('Vera')
      asked.shift()!.fail()
      await new Promise((resolve) => setImmediate(resolve))
    }
    time.ms += 60_000
    expect(cache.known('x')).toBeNull()
  })

  it('are so many at most', async () => {
    const { cache, learn } = setUp({ maxEntries: 3 })
    for (const text of ['a', 'b', 'c', 'd']) await learn(text, text)
    expect(['a', 'b', 'c', 'd'].map((text) => nameOf(cache.known(text)))).toEqual([null, 'b', 'c', 'd'])
  })
})
