import { describe, expect, it } from 'vitest'
import { createResultCache } from '../../server/platform/result-cache.ts'

const cacheOf = (maxBytes: number) => createResultCache<string>({ maxBytes, sizeOf: (text) => text.length })

describe('the result cache', () => {
  it('computes equal keys in flight once', async () => {
    const cache = cacheOf(100)
    let computed = 0
    const compute = async () => `value ${++computed}`
    expect(await Promise.all([cache.get('a', compute), cache.get('a', compute)])).toEqual([
      'value 1',
      'value 1',
    ])
    expect(await cache.get('a', compute)).toBe('value 1')
  })

  it('never caches a failure', async () => {
    const cache = cacheOf(100)
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await cache.get('a', async () => 'yes')).toBe('yes')
  })

  it('stays within its bytes and evicts the least recently used', async () => {
    const cache = cacheOf(10)
    for (const key of ['a', 'b', 'c']) await cache.get(key, async () => `${key}...`.slice(0, 3))
    await cache.get('a', async () => 'not asked for')
    await cache.get('d', async () => 'ddd')
    expect(cache.bytes()).toBe(9)
    expect(await cache.get('a', async () => 'gone')).toBe('a..')
    expect(await cache.get('b', async () => 'new')).toBe('new')
  })

  it('does not let one large value evict everything else', async () => {
    const cache = cacheOf(10)
    await cache.get('a', async () => 'aaa')
    await cache.get('b', async () => 'b'.repeat(8))
    expect(cache.bytes()).toBe(3)
  })

  it('gives waiters a value that was evicted while it was computed', async () => {
    const cache = cacheOf(10)
    let finish: (value: string) => void = () => {}
    const waiting = cache.get('slow', () => new Promise((resolve) => (finish = resolve)))
    for (const key of ['a', 'b', 'c', 'd']) await cache.get(key, async () => `${key}...`)
    finish('late')
    expect(await waiting).toBe('late')
    expect(cache.bytes()).toBe(8)
  })

  it('caches a value of zero bytes', async () => {
    const cache = cacheOf(10)
    expect(await cache.get('a', async () => '')).toBe('')
    expect(await cache.get('a', async () => 'new')).toBe('')
  })
})
