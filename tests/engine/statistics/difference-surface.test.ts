import { describe, expect, it } from 'vitest'
import { CHANGE_CLASSES, compareSurfaces } from '../../../server/engine/statistics/difference-surface.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import { poissonNumber } from '../../support/cities/hex-city.ts'

const classesOf = (now: readonly number[], before: readonly number[], exposureRatio = 1) => {
  const { classCode } = compareSurfaces(Float64Array.from(now), Float64Array.from(before), exposureRatio)
  return Array.from(classCode, (code) => CHANGE_CLASSES[code])
}

describe('a difference surface', () => {
  it('has the published intervals: 20 against 10 is 2 (0.89–4.78), 12 against 20 is 0.6 (0.27–1.29)', () => {
    const { ratio, low, high } = compareSurfaces(Float64Array.of(20, 12), Float64Array.of(10, 20), 1)
    expect([...ratio]).toEqual([2, 0.6])
    expect([low[0]!.toFixed(2), high[0]!.toFixed(2)]).toEqual(['0.89', '4.78'])
    expect([low[1]!.toFixed(2), high[1]!.toFixed(2)]).toEqual(['0.27', '1.29'])
  })

  it('is symmetric, classifies by the whole interval, and gives few below five in both periods', () => {
    expect(classesOf([100, 80, 20, 4, 20, 40, 0, 0], [20, 40, 10, 4, 100, 80, 12, 0])).toEqual([
      'more2',
      'more',
      'same',
      'few',
      'fewer2',
      'fewer',
      'fewer2',
      'few',
    ])
  })

  it('has no ratio and no upper bound when the earlier count is zero', () => {
    const { ratio, low, high, q } = compareSurfaces(Float64Array.of(12), Float64Array.of(0), 1)
    expect(ratio[0]).toBeNaN()
    expect(high[0]).toBe(Infinity)
    // P(12 of 12 on one side) = 2^-12, twice; the lower bound is the odds of 0.025^(1/12).
    expect(q[0]).toBeCloseTo(2 * 2 ** -12, 12)
    const share = 0.025 ** (1 / 12)
    expect(low[0]).toBeCloseTo(share / (1 - share), 6)
  })

  it('counts by length: twice as many in twice the time is no change', () => {
    expect(classesOf([400], [200], 2)).toEqual(['same'])
    expect(compareSurfaces(Float64Array.of(400), Float64Array.of(200), 2).ratio[0]).toBe(1)
  })

  it('adjusts for all cells tested: a change that is significant alone is not among many cells', () => {
    const alone = classesOf([18], [6])
    const amongMany = classesOf([18, ...Array(60).fill(10)], [6, ...Array(60).fill(10)])
    expect([alone[0], amongMany[0]]).toEqual(['more', 'same'])
  })

  it('calls no cell of at least 95 % of maps without a change changed', () => {
    const random = seededRandom(14)
    const maps = 200
    for (const mean of [1, 5, 20]) {
      let wrong = 0
      for (let map = 0; map < maps; map++) {
        const draw = () => Array.from({ length: 100 }, () => poissonNumber(mean, random))
        if (classesOf(draw(), draw()).some((name) => name !== 'same' && name !== 'few')) wrong += 1
      }
      // Three standard errors of a share of 0.05.
      expect(wrong / maps, `mean ${mean}`).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / maps))
    }
  })
})
