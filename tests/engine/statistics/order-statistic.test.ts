import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median, orderStatistic } from '../../../server/engine/statistics/order-statistic.ts'

const values = fc.array(
  fc.integer({ min: -9, max: 9 }).map((whole) => whole / 2),
  { minLength: 1, maxLength: 60 },
)

describe('the value at a rank', () => {
  it('is that of the sorted values, which stay as they were', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, seed) => {
        const [given, rank] = [Float64Array.from(list), seed % list.length]
        expect(orderStatistic(given, rank)).toBe(given.toSorted()[rank])
        expect([...given]).toEqual([...Float64Array.from(list)])
      }),
    )
  })

  it('makes the median: the middle, or the mean of two', () => {
    expect(median(Float64Array.of(5, 1, 3))).toBe(3)
    expect(median(Float64Array.of(5, 1, 3, 4))).toBe(3.5)
    expect(median(Float64Array.of(7))).toBe(7)
  })
})
