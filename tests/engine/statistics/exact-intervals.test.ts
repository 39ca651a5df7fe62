import { describe, expect, it } from 'vitest'
import { dispersionIndex } from '../../../server/engine/statistics/dispersion.ts'
import { garwoodInterval, poissonTails, poissonTwoSided } from '../../../server/engine/statistics/poisson.ts'
import { compareTwoPeriods } from '../../../server/engine/statistics/two-periods.ts'

describe('the Poisson interval of Garwood', () => {
  it('gives 0 → [0, 3.68888] and 10 → [4.79539, 18.39036]', () => {
    expect(garwoodInterval(0).low).toBe(0)
    expect(garwoodInterval(0).high).toBeCloseTo(3.68888, 5)
    expect(garwoodInterval(10).low).toBeCloseTo(4.79539, 5)
    expect(garwoodInterval(10).high).toBeCloseTo(18.39036, 5)
  })

  it('covers its mean at least at its level, at every mean', () => {
    for (const mean of [0.5, 2, 7.3, 40]) {
      let covered = 0
      for (let count = 0; count < 150; count++) {
        const { low, high } = garwoodInterval(count)
        const { atLeast } = poissonTails(count, mean)
        if (low <= mean && mean <= high) covered += atLeast - poissonTails(count + 1, mean).atLeast
      }
      expect(covered).toBeGreaterThanOrEqual(0.95)
    }
  })

  it('takes the fractions of apportioned incidents, in order between whole counts', () => {
    const [less, half, more] = [garwoodInterval(2), garwoodInterval(2.5), garwoodInterval(3)]
    expect(half.low).toBeGreaterThan(less.low)
    expect(half.low).toBeLessThan(more.low)
    expect(half.high).toBeGreaterThan(less.high)
    expect(half.high).toBeLessThan(more.high)
  })
})

describe('the Poisson tails', () => {
  it('agree with sums of probabilities', () => {
    let below = 0
    for (let count = 0, term = Math.exp(-3.2); count < 12; count++) {
      const { atLeast, atMost } = poissonTails(count, 3.2)
      expect(atLeast).toBeCloseTo(1 - below, 12)
      below += term
      expect(atMost).toBeCloseTo(below, 12)
      term *= 3.2 / (count + 1)
    }
  })

  it('hold from means of 1e-12 to means of 1e6', () => {
    expect(poissonTails(1, 1e-12).atLeast / 1e-12).toBeCloseTo(1, 10)
    expect(poissonTails(2, 1e-12).atLeast / 5e-25).toBeCloseTo(1, 10)
    expect(poissonTails(1e6, 1e6).atLeast).toBeCloseTo(0.50013298, 6)
  })

  it('never give a two-sided p above 1', () => {
    for (let count = 0; count < 20; count++)
      expect(poissonTwoSided(count, count + 0.01)).toBeLessThanOrEqual(1)
  })
})

describe('two periods', () => {
  it('compare 20 with 10 as ratio 2, 0.89–4.78', () => {
    const { ratio, interval } = compareTwoPeriods(20, 10)
    expect(ratio).toBe(2)
    expect(interval!.low).toBeCloseTo(0.89, 2)
    expect(interval!.high).toBeCloseTo(4.78, 2)
  })

  it('compare 12 with 20 as 0.60, 0.27–1.29, which is inconclusive', () => {
    const { ratio, interval, p } = compareTwoPeriods(12, 20)
    expect(ratio).toBeCloseTo(0.6, 12)
    expect(interval!.low).toBeCloseTo(0.27, 2)
    expect(interval!.high).toBeCloseTo(1.29, 2)
    expect(p).toBeGreaterThan(0.05)
  })

  it('give the exact binomial p: 0 against 5 is 2 · 2⁻⁵', () => {
    expect(compareTwoPeriods(0, 5).p).toBeCloseTo(0.0625, 12)
    expect(compareTwoPeriods(5, 0).p).toBeCloseTo(0.0625, 12)
  })

  it('give no ratio to a count of 0', () => {
    expect(compareTwoPeriods(0, 0)).toEqual({ ratio: null, interval: null, p: 1 })
    expect(compareTwoPeriods(5, 0).ratio).toBeNull()
  })

  it('are symmetric when swapped', () => {
    const there = compareTwoPeriods(20, 10)
    const back = compareTwoPeriods(10, 20)
    expect(back.interval!.low).toBeCloseTo(1 / there.interval!.high, 10)
    expect(back.p).toBeCloseTo(there.p, 12)
  })

  it('allow for periods of unequal length', () => {
    const twice = compareTwoPeriods(20, 10, { exposureRatio: 2 })
    expect(twice.ratio).toBe(1)
    expect(twice.p).toBeGreaterThan(0.9)
  })

  it('have a wider interval about the same ratio when the series is overdispersed', () => {
    const plain = compareTwoPeriods(20, 10)
    const scaled = compareTwoPeriods(20, 10, { dispersion: 3 })
    expect(scaled.ratio).toBe(2)
    expect(scaled.interval!.low).toBeLessThan(plain.interval!.low)
    expect(scaled.interval!.high).toBeGreaterThan(plain.interval!.high)
    expect(scaled.p).toBeGreaterThan(plain.p)
  })
})

describe('the dispersion of a series', () => {
  it('is variance by mean, with divisor n − 1', () => {
    expect(dispersionIndex([1, 2, 3, 4], [7, 7, 7, 7])).toBeCloseTo(5 / 3 / 2.5, 12)
    expect(dispersionIndex([4, 4, 4], [1, 1, 1])).toBe(0)
    expect([dispersionIndex([3], [1]), dispersionIndex([0, 0], [1, 1])]).toEqual([Number.NaN, Number.NaN])
  })

  it('compares steps of unequal length by their rate', () => {
    expect(dispersionIndex([28, 31, 30], [28, 31, 30])).toBeCloseTo(0, 12)
    expect(dispersionIndex([2, 8], [1, 2])).toBeCloseTo((4 / 3) ** 2 / (10 / 3) + (4 / 3) ** 2 / (20 / 3), 12)
  })
})
