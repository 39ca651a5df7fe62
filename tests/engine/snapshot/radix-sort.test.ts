import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hilbertKey } from '../../../server/engine/snapshot/hilbert.ts'
import { orderByKey } from '../../../server/engine/snapshot/radix-sort.ts'

describe('ordering by key', () => {
  it('sorts as a stable comparison does', () => {
    fc.assert(
      fc.property(fc.uint32Array({ maxLength: 500, max: 2 ** 32 - 1 }), (keys) => {
        const expected = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b)
        expect([...orderByKey(keys)]).toEqual(expected)
      }),
    )
  })

  it('keeps the order of equal keys', () => {
    expect([...orderByKey(Uint32Array.of(5, 5, 1, 5))]).toEqual([2, 0, 1, 3])
  })
})

describe('the Hilbert curve', () => {
  it('visits every position of the first 32 × 32 square once, each next to the previous one', () => {
    const places = Array.from({ length: 1024 }, (_, n) => ({ x: n % 32, y: Math.floor(n / 32) }))
    const path = places.map((p) => ({ ...p, key: hilbertKey(p.x, p.y) })).sort((a, b) => a.key - b.key)
    path.forEach(({ x, y, key }, at) => {
      const before = path[at - 1]
      if (before === undefined) return
      expect(key).toBe(before.key + 1)
      expect(Math.abs(x - before.x) + Math.abs(y - before.y)).toBe(1)
    })
  })

  it('reaches the last of 2^32 positions without leaving the range', () => {
    const corners = [0, 65_535].flatMap((x) => [0, 65_535].map((y) => hilbertKey(x, y)))
    expect(Math.min(...corners)).toBe(0)
    expect(Math.max(...corners)).toBe(2 ** 32 - 1)
  })
})
