import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createTileCache } from '../../tiles/tile-cache.ts'

const content = (size: number, fill: number) => new Uint8Array(size).fill(fill)

describe('the tile cache', () => {
  it('computes a tile once for concurrent and later requests', async () => {
    const cache = createTileCache({ maxBytes: 1e6 })
    let computed = 0
    const compute = async () => {
      computed++
      return content(1000, 1)
    }
    const together = await Promise.all([cache.get('a', 'x', compute), cache.get('a', 'x', compute)])
    expect(together[0]).toBe(together[1])
    expect(await cache.get('a', 'x', compute)).toBe(together[0])
    expect(computed).toBe(1)
  })

  it('does not keep a failure', async () => {
    const cache = createTileCache({ maxBytes: 1e6 })
    await expect(cache.get('a', 'x', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect((await cache.get('a', 'x', async () => content(10, 1))).empty).toBe(false)
  })

  it('never holds more than its bytes, codings included', async () => {
    const cache = createTileCache({ maxBytes: 50_000 })
    for (let number = 0; number < 50; number++) {
      const tile = await cache.get(`k${number}`, 'x', async () => content(5000, number))
      await tile.variant('gzip')
      expect(cache.bytes).toBeLessThanOrEqual(50_000)
    }
    expect(cache.bytes).toBeGreaterThan(40_000)
  })

  it('evicts the least recently used', async () => {
    const cache = createTileCache({ maxBytes: 20_000 })
    const favourite = await cache.get('favourite', 'x', async () => content(5000, 1))
    for (let number = 0; number < 20; number++) {
      await cache.get(`k${number}`, 'x', async () => content(5000, 1))
      expect(await cache.get('favourite', 'x', async () => content(5000, 2))).toBe(favourite)
    }
    let again = 0
    await cache.get('k0', 'x', async () => {
      again++
      return content(10, 1)
    })
    expect(again).toBe(1)
  })

  it('gives waiters a tile that was evicted while it was drawn', async () => {
    const cache = createTileCache({ maxBytes: 10_000 })
    let draw: (bytes: Uint8Array) => void = () => {}
    const waiting = cache.get('slow', 'x', () => new Promise((resolve) => (draw = resolve)))
    for (let number = 0; number < 5; number++)
      await cache.get(`k${number}`, 'x', async () => content(4000, number))
    draw(content(4000, 9))
    expect((await (await waiting).variant('identity')).bytes).toHaveLength(4000)
    expect(cache.bytes).toBeLessThanOrEqual(10_000)
  })

  it('does not cache a tile larger than the cache, and still gives it', async () => {
    const cache = createTileCache({ maxBytes: 1000 })
    const tile = await cache.get('a', 'x', async () => content(5000, 7))
    expect(gunzipSync((await tile.variant('gzip')).bytes)).toHaveLength(5000)
    expect(cache.bytes).toBe(0)
  })

  it('makes each coding once, and none for a tile that would not gain', async () => {
    const cache = createTileCache({ maxBytes: 1e6 })
    const tile = await cache.get('a', 'x', async () => content(5000, 7))
    const [one, two] = await Promise.all([tile.variant('br'), tile.variant('br')])
    expect(one).toBe(two)
    expect(tile.ready('br')).toBe(one)
    const small = await cache.get('b', 'x', async () => content(100, 7))
    expect((await small.variant('br')).encoding).toBe('identity')
  })

  it('gives equal bytes different ETags for different audiences', async () => {
    const cache = createTileCache({ maxBytes: 1e6 })
    const etag = async (key: string, audience: string) => {
      const tile = await cache.get(key, audience, async () => content(5000, 7))
      return (await tile.variant('identity')).etag
    }
    expect(await etag('a', 'one')).toBe(await etag('b', 'one'))
    expect(await etag('a', 'one')).not.toBe(await etag('c', 'two'))
  })
})
